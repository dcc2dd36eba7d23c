import { type ErrorHandler, Service, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Notices } from './notices';
import { AppProblem } from './problem';
import { ProblemText } from './problem-text';

/** What stopped the page: a newer version was deployed, or something we did not foresee. */
export interface Fault {
  readonly kind: 'newVersion' | 'unexpected' | 'network';
  readonly reference: string | null;
}

function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|Importing a module script failed/i.test(error.message)
  );
}

/** The fault that keeps the app from showing the page asked for. */
@Service()
export class Faults {
  private readonly current = signal<Fault | null>(null);

  readonly fault = this.current.asReadonly();

  /** Called by the router when a page cannot be entered. */
  report(error: unknown): void {
    console.error(error);
    const reference = error instanceof AppProblem ? error.requestId : null;
    const isNetwork = error instanceof AppProblem && error.code === 'network';
    const kind = isMissingChunk(error) ? 'newVersion' : isNetwork ? 'network' : 'unexpected';
    this.current.set({ kind, reference: isNetwork ? null : reference });
  }
}

/** Last resort for errors nobody caught: says so calmly and keeps the page, so that nothing typed is lost. */
@Service({ autoProvided: false })
export class CalmErrorHandler implements ErrorHandler {
  private readonly notices = inject(Notices);
  private readonly words = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);

  handleError(error: unknown): void {
    console.error(error);
    const cause = error instanceof Error && 'rejection' in error ? error.rejection : error;
    const reload = {
      label: this.transloco.translate('platform.problem.reload'),
      run: () => location.reload(),
    };
    this.notices.show(this.words.of(cause), 'bad', cause instanceof AppProblem ? null : reload);
  }
}
