import { Component, input } from '@angular/core';

/**
 * A white card. `heading` is an h2; `[cardAside]` stands right of it; `flush` lets a table or list run to the edges;
 * `lead` marks the one card to act on now.
 */
@Component({
  selector: 'j-card',
  host: {
    class: 'card',
    '[class.flush]': 'flush()',
    '[class.lead]': 'lead()',
    role: 'group',
    '[attr.aria-label]': 'heading()',
  },
  template: `@if (heading(); as words) {
      <header>
        <div>
          <h2>{{ words }}</h2>
          @if (note(); as text) {
            <p>{{ text }}</p>
          }
        </div>
        <div class="aside"><ng-content select="[cardAside]" /></div>
      </header>
    }
    <ng-content />`,
  styles: `
    :host {
      display: block;
      padding: 20px var(--s5) var(--s5);
      border: 1px solid var(--line);
      border-radius: var(--radius-l);
      background: var(--surface);
      box-shadow: var(--shadow);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s3);
      min-height: 36px;
      margin-bottom: var(--s3);
    }
    header p {
      margin: 2px 0 0;
      font-size: var(--t-s);
      color: var(--muted);
    }
    .aside {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2);
      margin-left: auto;
      font-size: var(--t-s);
      color: var(--muted);
    }
    .aside:empty {
      display: none;
    }
    :host(.flush) {
      padding: 0;
      overflow: clip;
    }
    :host(.flush) header {
      margin: 0;
      padding: var(--s3) var(--s5);
      min-height: 64px;
    }
    :host(.lead) {
      background: linear-gradient(var(--primary) 0 0) top / 100% 4px no-repeat var(--surface);
      overflow: clip;
    }
    @media (max-width: 800px) {
      :host {
        padding: 20px;
      }
      :host(.flush) header {
        padding: var(--s3) 20px;
      }
    }
  `,
})
export class Card {
  readonly heading = input<string>();
  readonly note = input<string>();
  readonly flush = input(false);
  readonly lead = input(false);
}
