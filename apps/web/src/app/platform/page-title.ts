import { Service, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { LocaleService } from './locale';

const firstScopes = ['platform', 'ui'];

/**
 * Title of the window. A route's `title` is a translation key whose first word is its scope, as in
 * `cohort.listTitle`; a page that knows better, such as one cohort, calls `name()`.
 */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(LocaleService);
  private readonly key = signal<string | null>(null);
  private shown: Promise<void> = Promise.resolve();

  constructor() {
    super();
    effect(() => {
      this.locale.locale();
      const key = this.key();
      if (key !== null) this.shown = this.showKey(key);
    });
  }

  /** When the title of the page on screen stands. */
  settled(): Promise<void> {
    return this.shown;
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.key.set(this.buildTitle(snapshot) ?? null);
  }

  /** Names the page by what it shows, already worded. */
  name(heading: string): void {
    this.key.set(null);
    this.title.setTitle(`${heading} · Jenjang`);
  }

  private async showKey(key: string): Promise<void> {
    const [scope] = key.split('.');
    const locale = this.locale.locale();
    if (scope !== undefined && !firstScopes.includes(scope)) {
      await firstValueFrom(this.transloco.load(`${scope}/${locale}`));
    }
    if (this.key() === key) this.title.setTitle(`${this.transloco.translate(key)} · Jenjang`);
  }
}
