import { inject, signal } from '@angular/core';
import { type AbstractControl, FormArray, FormGroup } from '@angular/forms';
import type { FieldProblem } from '@jenjang/shared/platform';
import { LocaleService } from './locale';
import { AppProblem } from './problem';
import { ProblemText } from './problem-text';
import type { RequestClass } from './validation';

/** One thing to correct, as the summary and the field both say it. `path` is empty when no field is to blame. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** Id of the element that holds the field, so that the summary can lead to it. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll('.', '-')}`;
}

/** The message set on a control by the request class or by the server, or null. */
export function messageOf(control: AbstractControl): string | null {
  const problem = control.getError('problem') as { readonly message: string } | null;
  return problem?.message ?? null;
}

/** Writes problems to the controls they name. A control forgets its problem when its value changes. */
export function showProblems(form: FormGroup, problems: readonly FieldProblem[]): readonly FieldError[] {
  return problems.map(({ path, code, message = code }) => {
    const control = form.get(path);
    control?.setErrors({ problem: { code, message } });
    control?.markAsTouched();
    return { path: control === null ? '' : path, message };
  });
}

/** Forgets what an earlier attempt found. */
function forgetProblems(control: AbstractControl): void {
  if (control instanceof FormGroup || control instanceof FormArray) {
    Object.values(control.controls as Record<string, AbstractControl>).forEach(forgetProblems);
  } else {
    control.updateValueAndValidity({ onlySelf: true });
  }
}

/**
 * A typed reactive form sent as a request: what is wrong with it, and whether it is on its way. To be made where
 * `inject` may be called.
 */
export class FormSubmission<T extends object> {
  private readonly locale = inject(LocaleService).locale;
  private readonly words = inject(ProblemText);
  private readonly found = signal<readonly FieldError[]>([]);
  private readonly refusal = signal<AppProblem | null>(null);
  private readonly sending = signal(false);

  /** For `<j-error-summary>`; a new list on every attempt, so that the focus moves to it again. */
  readonly errors = this.found.asReadonly();
  /** What the server answered when it refused, for pages that show more than its title. */
  readonly problem = this.refusal.asReadonly();
  readonly busy = this.sending.asReadonly();

  /**
   * @param loadClass the request class, as `() => import('@jenjang/shared/cohort').then((m) => m.CreateCohortRequest)`:
   *   it is fetched with class-validator on the first attempt, so that a page opens without them.
   */
  constructor(
    private readonly form: FormGroup,
    private readonly loadClass: () => Promise<RequestClass<T>>,
  ) {}

  /** Checks, then calls `send` once; a second click meanwhile does nothing. True when it was accepted. */
  async submit(send: (request: T) => Promise<unknown>): Promise<boolean> {
    if (this.sending()) return false;
    this.sending.set(true);
    this.refusal.set(null);
    try {
      const request = await this.check();
      if (request !== null) await send(request);
      return request !== null;
    } catch (error) {
      this.refuse(error);
      return false;
    } finally {
      this.sending.set(false);
    }
  }

  private async check(): Promise<T | null> {
    const [{ validateAs }, requestClass] = await Promise.all([import('./validation'), this.loadClass()]);
    forgetProblems(this.form);
    const { request, problems } = await validateAs(requestClass, this.form.getRawValue(), this.locale());
    this.found.set(showProblems(this.form, problems));
    return problems.length === 0 ? request : null;
  }

  private refuse(error: unknown): void {
    const known = error instanceof AppProblem ? error : null;
    this.refusal.set(known);
    const named = showProblems(this.form, known?.errors ?? []);
    this.found.set(named.length > 0 ? named : [{ path: '', message: this.words.of(error) }]);
  }
}
