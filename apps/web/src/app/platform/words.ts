import { inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { combineLatest, switchMap } from 'rxjs';

/** Words by their full key, for use in code. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/**
 * Words of scopes that follow the language: a `computed` that reads them is worded anew when they arrive or the
 * language changes. Empty until they have arrived. To be called where `inject` may be.
 */
export function wordsOf(...scopes: readonly string[]): Words {
  const transloco = inject(TranslocoService);
  const arrived = toSignal(
    transloco.langChanges$.pipe(
      switchMap((locale) =>
        combineLatest(scopes.map((scope) => transloco.selectTranslation(`${scope}/${locale}`))),
      ),
    ),
  );
  return (key, values = {}) => (arrived() === undefined ? '' : transloco.translate(key, values));
}
