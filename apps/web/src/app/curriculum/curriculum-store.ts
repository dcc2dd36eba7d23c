import { Injectable, computed, inject, signal } from '@angular/core';
import type { ProgrammeOperation } from '@jenjang/shared/programme';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { CurriculumApi } from './curriculum-api';

/** The curriculum that the shell and its tabs look at. */
@Injectable()
export class CurriculumStore {
  private readonly api = inject(CurriculumApi);
  private readonly notices = inject(Notices);
  private readonly words = inject(ProblemText);
  private readonly id = signal<string | undefined>(undefined);
  private readonly resource = this.api.curriculum(this.id);
  private readonly state = loaded(this.resource);

  readonly curriculum = this.state.value;
  readonly problem = this.state.problem;
  private readonly operations = computed(() => new Set(this.curriculum()?.allowedOperations));

  open(id: string): void {
    this.id.set(id);
  }

  reload(): void {
    this.resource.reload();
  }

  may(operation: ProgrammeOperation): boolean {
    return this.operations().has(operation);
  }

  /** Does something to the curriculum, then shows what is stored, whether it worked or not. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.notices.show(this.words.of(error), 'bad');
      return false;
    } finally {
      this.reload();
    }
  }
}
