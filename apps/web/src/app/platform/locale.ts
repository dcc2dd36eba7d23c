import { DOCUMENT, Service, inject, signal } from '@angular/core';
import type { Locale } from '@jenjang/shared/platform';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { deviceStorage } from './device-storage';

/** The language chosen on this device, or null when none was. */
export function storedLocale(): Locale | null {
  const stored = deviceStorage.read('locale');
  return stored === 'id' || stored === 'en' ? stored : null;
}

/** The language of every screen. Bahasa Indonesia first; a change takes effect at once and is kept on the device. */
@Service()
export class LocaleService {
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly current = signal<Locale>(storedLocale() ?? 'id');

  readonly locale = this.current.asReadonly();

  /** Loads the words of the current language, before the first page is drawn. */
  async start(): Promise<void> {
    await this.show(this.current());
  }

  /** The reader's own choice. */
  async choose(locale: Locale): Promise<void> {
    deviceStorage.write('locale', locale);
    await this.show(locale);
  }

  /** The account's language, unless another was chosen on this device. */
  async prefer(locale: Locale): Promise<void> {
    await this.show(storedLocale() ?? locale);
  }

  private async show(locale: Locale): Promise<void> {
    await firstValueFrom(this.transloco.load(locale));
    this.transloco.setActiveLang(locale);
    this.document.documentElement.lang = locale;
    this.current.set(locale);
  }
}
