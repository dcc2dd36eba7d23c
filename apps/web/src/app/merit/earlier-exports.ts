import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { deviceZone } from '../platform/device-zone';
import { loaded } from '../platform/loaded';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Figure, Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { MeritApi, fileUrl } from './merit-api';

/** What the reader has taken away before, with the proof of each file. */
@Component({
  selector: 'j-earlier-exports',
  imports: [Banner, Card, Figure, Icon, MatButton, Moment, TranslocoPipe],
  template: `<j-card
    [flush]="true"
    [heading]="'merit.earlier.heading' | transloco"
    [note]="'merit.earlier.note' | transloco"
  >
    @if (problem(); as words) {
      <div class="pad">
        <j-banner tone="bad">{{ words }}</j-banner>
      </div>
    }
    <ul>
      @for (each of manifests(); track each.id) {
        <li>
          <span class="format">{{ each.format.toUpperCase() }}</span>
          <span class="what">
            <b>{{ 'merit.earlier.rows' | transloco: { count: (each.rows | figure) } }}</b>
            <span class="sub">{{ each.filterText }}</span>
          </span>
          <span class="when">
            {{ each.createdAt | moment: zone }}
            <span class="sub hash" [title]="each.sha256">SHA-256 {{ each.sha256.slice(0, 16) }}…</span>
          </span>
          @if (each.kept) {
            <a matButton="outlined" class="sm" download [href]="url(each.id)">
              <j-icon name="download" [size]="16" />{{ 'merit.earlier.fetch' | transloco }}
            </a>
          } @else {
            <span class="muted small">{{ 'merit.earlier.streamed' | transloco }}</span>
          }
        </li>
      } @empty {
        @if (manifests() !== null) {
          <li class="muted">{{ 'merit.earlier.none' | transloco }}</li>
        }
      }
    </ul>
  </j-card>`,
  styles: `
    .pad {
      padding: 0 var(--s5) var(--s4);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s4);
      min-height: 60px;
      padding: var(--s2) var(--s5);
      border-top: 1px solid var(--line);
      font-size: var(--t-s);
    }
    .format {
      display: grid;
      place-items: center;
      width: 64px;
      height: 36px;
      border-radius: var(--radius-m);
      background: var(--sunken);
      color: var(--ink);
      font-size: var(--t-xs);
      font-weight: 700;
    }
    .what {
      flex: 1 1 260px;
      min-width: 0;
    }
    .hash {
      font-size: var(--t-xs);
    }
  `,
})
export class EarlierExports {
  private readonly store = inject(SignInStore);
  private readonly resource = inject(MeritApi).exports(() => this.store.may('merit.export'));
  private readonly list = loaded(this.resource);
  protected readonly manifests = this.list.value;
  protected readonly problem = this.list.problem;
  protected readonly zone = deviceZone();
  protected readonly url = fileUrl;

  /** Asks again, after another was made. */
  reload(): void {
    this.resource.reload();
  }
}
