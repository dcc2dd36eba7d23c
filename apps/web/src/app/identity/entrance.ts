import { Component, inject } from '@angular/core';
import type { Locale } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Mark } from '../ui/mark';

/** The two halves of every page before the shell: the climb on the left, the form on the right. */
@Component({
  selector: 'j-entrance',
  imports: [Mark, TranslocoPipe],
  templateUrl: './entrance.html',
  styleUrl: './entrance.css',
})
export class Entrance {
  private readonly languages = inject(LocaleService);
  protected readonly locale = this.languages.locale;
  protected readonly choices: readonly Locale[] = ['id', 'en'];

  protected choose(locale: Locale): void {
    void this.languages.choose(locale);
  }
}
