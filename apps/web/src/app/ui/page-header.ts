import { NgTemplateOutlet } from '@angular/common';
import { Component, ElementRef, afterRenderEffect, effect, inject, input } from '@angular/core';
import { type IsActiveMatchOptions, RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageTitle } from '../platform/page-title';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

/** Moves the row, and nothing else, so that the tab is seen. */
function showInRow(tab: Element): void {
  const row = tab.parentElement;
  if (!row || row.scrollWidth <= row.clientWidth) return;
  const [own, around] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += own.left + own.width / 2 - (around.left + around.width / 2);
}

/** A step above this page. Without a link it is plain text. */
export interface Crumb {
  readonly label: string;
  readonly link?: string | readonly unknown[];
}

/** A part of the record, as a tab with its own URL. */
export interface Tab {
  readonly label: string;
  /** Relative to the page, or absolute. */
  readonly link: string | readonly unknown[];
  readonly count?: number;
  /** True for the tab whose URL is the beginning of the others'. */
  readonly exact?: boolean;
  /** Whether it is the one in sight, where its URL alone does not tell. */
  readonly current?: boolean;
}

const ignored = { queryParams: 'ignored', fragment: 'ignored', matrixParams: 'ignored' } as const;

/** A fact under the title. The strong part is read first. */
export interface Meta {
  readonly icon: IconName;
  readonly strong?: string;
  readonly text?: string;
}

/**
 * The white band at the head of every page: breadcrumb, title (the page's only h1), state chip, actions, facts,
 * tabs. Slots: `[headerChip]`, `[headerActions]`, `[headerExtra]` (filters or steps under the title).
 */
@Component({
  selector: 'j-page-header',
  imports: [Icon, NgTemplateOutlet, RouterLink, RouterLinkActive, TranslocoPipe],
  templateUrl: './page-header.html',
  styleUrl: './page-header.css',
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly crumbs = input<readonly Crumb[]>([]);
  readonly meta = input<readonly Meta[]>([]);
  readonly tabs = input<readonly Tab[]>([]);
  /** Parts of the tab in sight. */
  readonly subTabs = input<readonly Tab[]>([]);
  /** Whether the heading also names the window; not while it is still a placeholder. */
  readonly naming = input(true);

  protected readonly samePath: IsActiveMatchOptions = { paths: 'exact', ...ignored };
  protected readonly pathBelow: IsActiveMatchOptions = { paths: 'subset', ...ignored };

  constructor() {
    const title = inject(PageTitle);
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // On a phone the tab in sight may lie beyond the edge.
    afterRenderEffect(() => {
      this.tabs();
      this.subTabs();
      queueMicrotask(() => {
        for (const tab of host.querySelectorAll('nav a.on')) showInRow(tab);
      });
    });
    effect(() => {
      if (this.naming() && this.heading() !== '') title.name(this.heading());
    });
  }

  /** Between the strong part and the rest: nothing before a comma. */
  protected gap({ strong, text }: Meta): string {
    return strong === undefined || text?.startsWith(',') ? '' : ' ';
  }
}
