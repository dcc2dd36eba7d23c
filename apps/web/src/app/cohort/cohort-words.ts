import { inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { switchMap } from 'rxjs';

/** Words of this feature for use in code. */
export type CohortWords = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/**
 * Words that follow the language: a `computed` that reads them is worded anew when another language has arrived.
 * Empty until the first has. To be called where `inject` may be.
 */
export function cohortWords(): CohortWords {
  const transloco = inject(TranslocoService);
  const arrived = toSignal(
    transloco.langChanges$.pipe(switchMap((locale) => transloco.selectTranslation(`cohort/${locale}`))),
  );
  return (key, values = {}) => (arrived() === undefined ? '' : transloco.translate(`cohort.${key}`, values));
}
