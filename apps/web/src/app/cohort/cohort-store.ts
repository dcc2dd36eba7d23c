import { Injectable, computed, inject, signal } from '@angular/core';
import type { CohortOperation } from '@jenjang/shared/cohort';
import { loaded } from '../platform/loaded';
import { CohortApi } from './cohort-api';

/** The cohort in the URL, shared by the pages of its tabs. Provided by the cohort's shell. */
@Injectable()
export class CohortStore {
  private readonly wanted = signal('');
  private readonly resource = inject(CohortApi).cohort(this.wanted);
  private readonly state = loaded(this.resource);

  readonly id = this.wanted.asReadonly();
  /** Null until it is there. */
  readonly cohort = this.state.value;
  readonly problem = this.state.problem;
  /** What the reader may do now, as the server says. */
  readonly operations = computed<ReadonlySet<CohortOperation>>(
    () => new Set(this.cohort()?.allowedOperations),
  );
  /** Addresses of the tabs that exist. */
  readonly tabs = signal<readonly string[]>([]);

  open(id: string): void {
    this.wanted.set(id);
  }

  may(operation: CohortOperation): boolean {
    return this.operations().has(operation);
  }

  /** Asks again, after something was changed. */
  reload(): void {
    this.resource.reload();
  }
}
