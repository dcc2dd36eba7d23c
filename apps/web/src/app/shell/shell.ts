import { Component, type ElementRef, computed, inject, viewChild } from '@angular/core';
import {
  type IsActiveMatchOptions,
  Router,
  RouterLink,
  RouterLinkActive,
  RouterOutlet,
} from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { SignInAgain } from '../platform/sign-in-again';
import { SignInStore } from '../platform/sign-in-store';
import { Bell } from '../inbox';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { AccountMenu } from './account-menu';
import { entriesFor, phoneEntries } from './navigation.table';
import { SignInAgainDialog } from './sign-in-again-dialog';

const ignored = { queryParams: 'ignored', fragment: 'ignored', matrixParams: 'ignored' } as const;

/** What surrounds every page of signed-in readers: bar, rail or bottom bar, and the way to oneself. */
@Component({
  selector: 'j-shell',
  imports: [
    AccountMenu,
    Bell,
    Icon,
    Mark,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SignInAgainDialog,
    TranslocoPipe,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  host: { '(document:keydown)': 'shortcut($event)' },
})
export class Shell {
  private readonly store = inject(SignInStore);
  private readonly router = inject(Router);
  private readonly find = viewChild<ElementRef<HTMLInputElement>>('find');
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  protected readonly samePath: IsActiveMatchOptions = { paths: 'exact', ...ignored };
  protected readonly pathBelow: IsActiveMatchOptions = { paths: 'subset', ...ignored };
  protected readonly again = inject(SignInAgain);
  protected readonly entries = computed(() => entriesFor(this.store.role(), this.store.permissions()));
  protected readonly phone = computed(() => phoneEntries(this.entries()));
  protected readonly upper = computed(() => this.entries().filter(({ atEnd }) => !atEnd));
  protected readonly lower = computed(() => this.entries().filter(({ atEnd }) => atEnd));
  protected readonly maySearch = computed(() => this.store.permissions().has('person.read'));
  /** The agency worked for, when it is one and known. */
  protected readonly place = computed(() => {
    const places = this.store.me()?.grants.map(({ agencyName }) => agencyName) ?? [];
    const known = [...new Set(places.filter((place) => typeof place === 'string'))];
    return known.length === 1 ? known[0] : null;
  });

  /** People are what one searches from anywhere; every list has its own search besides. */
  protected search(words: string): void {
    const q = words.trim();
    if (q !== '') void this.router.navigate(['/pegawai'], { queryParams: { q } });
  }

  protected skipToMain(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  protected shortcut(event: KeyboardEvent): void {
    const isTyping =
      (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]') !== null;
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = this.find()?.nativeElement;
    if (field === undefined) return;
    event.preventDefault();
    field.focus();
  }
}
