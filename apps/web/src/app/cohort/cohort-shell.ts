import { Component, computed, effect, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { ActivatedRoute, NavigationEnd, type Route, Router, RouterOutlet } from '@angular/router';
import { type CohortDetail, cohortStateLabels } from '@jenjang/shared/cohort';
import type { Permission } from '@jenjang/shared/identity';
import { formatDateRange, formatNumber, zoneAbbreviation } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { filter, firstValueFrom, map } from 'rxjs';
import { LocaleService } from '../platform/locale';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Icon } from '../ui/icon';
import { type Meta, PageHeader, type Tab } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { CohortMoves } from './cohort-moves';
import { CohortStore } from './cohort-store';
import { editCohort } from './edit-cohort';
import { cohortWords } from './cohort-words';
import { cohortStateLooks, isNearlyFull } from './cohort.looks';
import { groupTabs } from './tab-groups.rules';

/** One cohort: its name, state and facts, and the tabs of every feature that has something to say about it. */
@Component({
  selector: 'j-cohort-shell',
  imports: [
    Banner,
    Icon,
    MatButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    PageHeader,
    RouterOutlet,
    StateChip,
    TranslocoPipe,
  ],
  providers: [CohortStore, CohortMoves],
  templateUrl: './cohort-shell.html',
  styles: `
    :host {
      display: contents;
    }
    router-outlet {
      display: none;
    }
  `,
})
export class CohortShell {
  /** From the URL. */
  readonly cohortId = input.required<string>();

  protected readonly store = inject(CohortStore);
  protected readonly moves = inject(CohortMoves);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly words = cohortWords();
  private readonly locale = inject(LocaleService).locale;
  private readonly signIn = inject(SignInStore);
  /** Only those that the role in use may open. */
  private readonly tabRoutes = computed(() =>
    (this.route.routeConfig?.children ?? []).filter(({ data }) => {
      const permission = data?.['permission'] as Permission | undefined;
      return data?.['tab'] && (permission === undefined || this.signIn.may(permission));
    }),
  );
  protected readonly looks = cohortStateLooks;

  protected readonly state = computed(() => {
    const cohort = this.store.cohort();
    return (
      cohort && { ...cohortStateLooks[cohort.state], words: cohortStateLabels[cohort.state][this.locale()] }
    );
  });
  protected readonly isNearlyFull = computed(() => {
    const cohort = this.store.cohort();
    return cohort !== null && isNearlyFull(cohort);
  });
  protected readonly crumbs = computed(() => [
    { label: this.words('list.title'), link: '/angkatan' },
    ...(this.store.cohort() ? [{ label: this.store.cohort()?.programme.name ?? '' }] : []),
  ]);
  protected readonly meta = computed<readonly Meta[]>(() => {
    const cohort = this.store.cohort();
    return cohort === null ? [] : this.factsOf(cohort);
  });
  private readonly allTabs = computed(() =>
    // Without words there is nothing to tell the tabs apart by.
    this.words('tab.overview') === '' ? [] : this.tabRoutes().map((route) => this.tabOf(route)),
  );
  private readonly groups = computed(() => groupTabs(this.allTabs()));
  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
    ),
    { initialValue: this.router.url },
  );
  private readonly group = computed(() => {
    const path = /^\/angkatan\/[^/]+\/?([^/?#]*)/.exec(this.address())?.[1] ?? '';
    return this.groups().find(({ tabs }) => tabs.some((tab) => tab.path === path)) ?? null;
  });
  protected readonly tabs = computed<readonly Tab[]>(() =>
    this.groups().map(({ key, tabs: [first, ...others] }) => ({
      label: others.length > 0 ? this.words(`group.${key}`) : (first?.label ?? ''),
      link: first?.link ?? [],
      current: this.group()?.key === key,
      ...(key === 'people' && this.store.cohort() ? { count: this.store.cohort()?.seatsTaken ?? 0 } : {}),
    })),
  );
  protected readonly isOverview = computed(() => (this.group()?.key ?? 'overview') === 'overview');
  /** Tabs of the group in sight, when it has more than one. */
  protected readonly subTabs = computed<readonly Tab[]>(() => {
    const tabs = this.group()?.tabs ?? [];
    return tabs.length > 1 ? tabs : [];
  });

  constructor() {
    effect(() => this.store.open(this.cohortId()));
    effect(() => this.store.tabs.set(this.tabRoutes().map(({ path = '' }) => path)));
  }

  protected async edit(cohort: CohortDetail): Promise<void> {
    if (await editCohort(this.dialog, cohort)) this.store.reload();
  }

  protected async clone(cohort: CohortDetail): Promise<void> {
    const { CloneCohortDialog } = await import('./clone-cohort-dialog');
    const opened = this.dialog.open<unknown, CohortDetail, string>(CloneCohortDialog, {
      data: cohort,
      width: '560px',
      maxWidth: 'calc(100vw - 32px)',
    });
    const id = await firstValueFrom(opened.afterClosed());
    if (id) await this.router.navigate(['/angkatan', id]);
  }

  private tabOf({ path = '', data }: Route): Tab & { readonly key: string; readonly path: string } {
    const key = String(data?.['tab']);
    return {
      key,
      path,
      label: this.words(`tab.${key}`),
      link: ['/angkatan', this.cohortId(), ...(path === '' ? [] : [path])],
      exact: path === '',
    };
  }

  private factsOf(cohort: CohortDetail): readonly Meta[] {
    const locale = this.locale();
    const left = cohort.capacity - cohort.seatsTaken;
    return [
      {
        icon: 'calendar',
        strong: formatDateRange(cohort.startsOn, cohort.endsOn, locale),
        text: `(${zoneAbbreviation(cohort.zone)})`,
      },
      ...(cohort.venueName || cohort.venueCity
        ? [{ icon: 'pin' as const, text: [cohort.venueName, cohort.venueCity].filter(Boolean).join(', ') }]
        : []),
      {
        icon: 'seat',
        strong: this.words('seats', {
          taken: formatNumber(cohort.seatsTaken, locale),
          capacity: formatNumber(cohort.capacity, locale),
        }),
        text: `(${left === 0 ? this.words('full') : this.words('seatsLeft', { count: formatNumber(left, locale) })})`,
      },
    ];
  }
}
