import { Component, ElementRef, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Role } from '@jenjang/shared/identity';
import type { Locale } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { SignInStore } from '../platform/sign-in-store';
import { type Theme, ThemeService } from '../platform/theme';
import { Initials } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import type { NavigationEntry } from './navigation.table';

/** Oneself: the role in use and the others held, language, appearance, profile, signing out; on phones the full menu too. */
@Component({
  selector: 'j-account-menu',
  imports: [Icon, Initials, RouterLink, TranslocoPipe],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.css',
  host: { '(document:click)': 'closeFrom($event)', '(keydown.escape)': 'closeAndReturn()' },
})
export class AccountMenu {
  readonly entries = input.required<readonly NavigationEntry[]>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly router = inject(Router);
  private readonly languages = inject(LocaleService);
  private readonly themes = inject(ThemeService);
  protected readonly store = inject(SignInStore);
  protected readonly locale = this.languages.locale;
  protected readonly theme = this.themes.theme;
  protected readonly isOpen = signal(false);
  protected readonly name = computed(() => this.store.account()?.displayName ?? '');
  protected readonly localeChoices: readonly Locale[] = ['id', 'en'];
  protected readonly themeChoices: readonly Theme[] = ['system', 'light', 'dark'];

  /** A role has its own pages: the change leads home, so that nothing of the other role stays on the screen. */
  protected async useRole(role: Role): Promise<void> {
    this.store.useRole(role);
    this.isOpen.set(false);
    await this.router.navigateByUrl('/');
  }

  protected async chooseLocale(locale: Locale): Promise<void> {
    await this.languages.choose(locale);
    await this.store.rememberLocale(locale);
  }

  protected chooseTheme(theme: Theme): void {
    this.themes.choose(theme);
  }

  /** Reloads, so that nothing this reader saw stays in memory for the next. */
  protected async signOut(): Promise<void> {
    await this.store.signOut();
    location.assign('/masuk');
  }

  protected closeFrom(event: Event): void {
    const isLink = (event.target as HTMLElement).closest('a') !== null;
    if (isLink || !this.host.contains(event.target as Node)) this.isOpen.set(false);
  }

  protected closeAndReturn(): void {
    if (!this.isOpen()) return;
    this.isOpen.set(false);
    this.host.querySelector('button')?.focus();
  }
}
