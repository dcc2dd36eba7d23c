import { type EnvironmentProviders, Service, isDevMode } from '@angular/core';
import type { Locale } from '@jenjang/shared/platform';
import { type Translation, type TranslocoLoader, provideTransloco } from '@jsverse/transloco';

/** Loaded before the first page; every other file of `src/i18n/<locale>/` is a scope that its feature provides. */
const firstScopes = ['platform', 'ui'];

async function readScope(locale: string, scope: string): Promise<Translation> {
  const file = (await import(`../../i18n/${locale}/${scope}.json`)) as { default: Translation };
  return file.default;
}

/** Reads the words of one scope and language; each file is a chunk of its own. */
@Service()
export class TranslationFiles implements TranslocoLoader {
  /** @param path `id` for what every page needs, `<scope>/id` for a feature's words. */
  async getTranslation(path: string): Promise<Translation> {
    const [scope, locale] = path.split('/');
    if (scope !== undefined && locale !== undefined) return readScope(locale, scope);
    const words = await Promise.all(firstScopes.map((first) => readScope(path, first)));
    return Object.fromEntries(firstScopes.map((first, index) => [first, words[index]]));
  }
}

export function provideTranslations(locale: Locale): EnvironmentProviders[] {
  return provideTransloco({
    config: {
      availableLangs: ['id', 'en'],
      defaultLang: locale,
      reRenderOnLangChange: true,
      prodMode: !isDevMode(),
      missingHandler: { logMissingKey: true },
    },
    loader: TranslationFiles,
  });
}
