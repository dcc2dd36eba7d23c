import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe, provideTranslocoScope } from '@jsverse/transloco';
import { deviceZone } from '../platform/device-zone';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { CalendarApi } from './calendar-api';

/** "Berlangganan kalender": an address for one's own calendar program, told once, and taken back at will. */
@Component({
  selector: 'j-feed-card',
  imports: [Banner, Card, Icon, MatButton, Moment, TranslocoPipe],
  providers: [provideTranslocoScope('calendar')],
  template: `<j-card [heading]="'calendar.feed.title' | transloco">
    @if (problem(); as words) {
      <j-banner tone="bad">{{ words }}</j-banner>
    }
    @if (url(); as address) {
      <p>{{ 'calendar.feed.once' | transloco }}</p>
      <label for="feed-url" class="vh">{{ 'calendar.feed.address' | transloco }}</label>
      <input #field id="feed-url" class="control" readonly [value]="address" (focus)="field.select()" />
      <p class="row wrap">
        <button matButton="filled" (click)="copy(address)">
          <j-icon name="copy" />{{ 'calendar.feed.copy' | transloco }}
        </button>
        <button matButton class="danger" (click)="revoke()">{{ 'calendar.feed.revoke' | transloco }}</button>
      </p>
    } @else if (feed(); as found) {
      <p>
        {{
          'calendar.feed.since'
            | transloco
              : {
                  since: (found.createdAt | moment: zone),
                  read: readAt() ?? ('calendar.feed.never' | transloco),
                }
        }}
      </p>
      <p class="row wrap">
        <button matButton="outlined" (click)="renew()">{{ 'calendar.feed.renew' | transloco }}</button>
        <button matButton class="danger" (click)="revoke()">{{ 'calendar.feed.revoke' | transloco }}</button>
      </p>
    } @else {
      <p>{{ 'calendar.feed.text' | transloco }}</p>
      <button matButton="outlined" (click)="subscribe()">
        <j-icon name="calendar" />{{ 'calendar.feed.subscribe' | transloco }}
      </button>
    }
  </j-card>`,
  styles: `
    p {
      margin: 0 0 var(--s3);
    }
    input {
      margin-bottom: var(--s3);
    }
  `,
})
export class FeedCard {
  private readonly api = inject(CalendarApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly words = wordsOf('calendar');
  protected readonly zone = deviceZone();
  private readonly moment = new Moment();
  private readonly resource = this.api.feed();
  private readonly state = loaded(this.resource);
  protected readonly feed = computed(() => this.state.value()?.feed ?? null);
  protected readonly readAt = computed(() => {
    const at = this.feed()?.lastReadAt ?? null;
    return at === null ? null : this.moment.transform(at, this.zone);
  });
  /** The address just made; nobody can tell it again. */
  protected readonly url = signal<string | null>(null);
  private readonly failure = signal<string | null>(null);
  protected readonly problem = computed(() => this.failure() ?? this.state.problem());

  protected async subscribe(): Promise<void> {
    await this.attempt(async () => this.url.set((await this.api.renewFeed()).url));
  }

  /** A new address for one that was lost; the old one ends. */
  protected async renew(): Promise<void> {
    if (await this.agreed('renew')) await this.subscribe();
  }

  protected async revoke(): Promise<void> {
    if (!(await this.agreed('revoke'))) return;
    await this.attempt(async () => {
      await this.api.revokeFeed();
      this.url.set(null);
      this.resource.reload();
      this.notices.show(this.words('calendar.feed.revoked'), 'ok');
    });
  }

  protected async copy(address: string): Promise<void> {
    await navigator.clipboard.writeText(address).then(
      () => this.notices.show(this.words('calendar.feed.copied'), 'ok'),
      () => document.getElementById('feed-url')?.focus(),
    );
  }

  private async agreed(act: 'renew' | 'revoke'): Promise<boolean> {
    const confirmed = await this.confirm.ask({
      heading: this.words(`calendar.feed.${act}Heading`),
      text: this.words('calendar.feed.ends'),
      action: this.words(`calendar.feed.${act}`),
      danger: act === 'revoke',
    });
    return confirmed !== null;
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set(this.problems.of(error));
    }
  }
}
