import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  ErrorHandler,
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { routes } from './app.routes';
import { apiInterceptor } from './platform/api-interceptor';
import { CalmErrorHandler, Faults } from './platform/faults';
import { LocaleService, storedLocale } from './platform/locale';
import { PageTitle } from './platform/page-title';
import { SignInStore } from './platform/sign-in-store';
import { ThemeService } from './platform/theme';
import { provideTranslations } from './platform/translations';

/** Words and sign-in are asked for together; when the server cannot be reached, the guards say so. */
async function start(): Promise<void> {
  const locale = inject(LocaleService);
  const store = inject(SignInStore);
  inject(ThemeService).start();
  const [, signedIn] = await Promise.all([locale.start(), store.load().catch(() => null)]);
  if (signedIn !== null) await locale.prefer(signedIn.account.locale);
}

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([apiInterceptor])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler(({ error }) => inject(Faults).report(error)),
    ),
    ...provideTranslations(storedLocale() ?? 'id'),
    { provide: TitleStrategy, useExisting: PageTitle },
    { provide: ErrorHandler, useClass: CalmErrorHandler },
    provideAppInitializer(start),
    // Only what was built for users works without a network, and only after the first page is done.
    provideServiceWorker('ngsw-worker.js', {
      enabled: !isDevMode(),
      registrationStrategy: 'registerWhenStable:30000',
    }),
  ],
};
