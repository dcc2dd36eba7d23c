import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { AppProblem } from './problem';

/** Words a failure for the reader: the server's own words when it sent some, else ours. */
@Service()
export class ProblemText {
  private readonly transloco = inject(TranslocoService);

  /** One sentence. */
  of(error: unknown): string {
    if (error instanceof AppProblem && error.title !== null) return error.title;
    const code = error instanceof AppProblem && error.code === 'network' ? 'network' : 'unexpected';
    return this.transloco.translate(`platform.problem.${code}`);
  }

  /** What the reader can quote to the help desk, or null. */
  reference(error: unknown): string | null {
    return error instanceof AppProblem ? error.requestId : null;
  }
}
