import { Component, computed, effect, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { InboxRow } from '@jenjang/shared/inbox';
import { TranslocoPipe } from '@jsverse/transloco';
import { deviceZone } from '../platform/device-zone';
import { loadedPage } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Pager } from '../ui/pager';
import { UrlTableState } from '../ui/table-state';
import { InboxApi } from './inbox-api';
import { innerPath } from './link.rules';
import { UnreadCount } from './unread-count';

/** One's messages, newest first. Opening one reads it and leads to what it speaks of. */
@Component({
  selector: 'j-inbox-page',
  imports: [Banner, Card, EmptyState, Icon, MatButton, Moment, PageHeader, Pager, TranslocoPipe],
  templateUrl: './inbox-page.html',
  styleUrl: './inbox-page.css',
})
export class InboxPage {
  private readonly api = inject(InboxApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly words = inject(ProblemText);
  protected readonly unread = inject(UnreadCount).count;
  protected readonly zone = deviceZone();
  protected readonly table = new UrlTableState(['state'], { size: 25 });
  protected readonly messages = this.api.messages(this.table.query);
  protected readonly list = loadedPage(this.messages);
  protected readonly choices = ['', 'unread'] as const;
  protected readonly chosen = computed(() => this.table.state().filters['state'] ?? '');
  /** Read on this page just now: they stay where they are. */
  private readonly readNow = signal<ReadonlySet<string>>(new Set());
  private known: number | null = null;

  constructor() {
    // Something came while the page was open.
    effect(() => {
      const count = this.unread();
      if (this.known !== null && count > this.known) this.messages.reload();
      this.known = count;
    });
  }

  protected isRead({ id, readAt }: InboxRow): boolean {
    return readAt !== null || this.readNow().has(id);
  }

  protected async open(row: InboxRow): Promise<void> {
    if (!this.isRead(row)) await this.attempt(() => this.api.read(row.id));
    const path = innerPath(row.link, location.origin);
    if (path === null) location.assign(row.link);
    else await this.router.navigateByUrl(path);
  }

  protected async read(row: InboxRow): Promise<void> {
    await this.attempt(() => this.api.read(row.id));
    this.readNow.update((ids) => new Set([...ids, row.id]));
  }

  protected async readAll(): Promise<void> {
    await this.attempt(() => this.api.readAll());
    this.messages.reload();
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.notices.show(this.words.of(error), 'bad');
    }
  }
}
