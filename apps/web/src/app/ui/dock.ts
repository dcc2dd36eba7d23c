import { Component, DestroyRef, DOCUMENT, ElementRef, afterNextRender, inject, input } from '@angular/core';

/**
 * The bar at the foot of a page that holds its decisive action and says what will happen. `strong` is the navy one
 * that appears with a selection. Slots: default (words, left) and `[dockActions]` (right).
 */
@Component({
  selector: 'j-dock',
  host: { '[class.strong]': 'strong()', role: 'region', '[attr.aria-label]': 'label()' },
  template: `<div class="words"><ng-content /></div>
    <div class="actions"><ng-content select="[dockActions]" /></div>`,
  styles: `
    :host {
      position: sticky;
      bottom: var(--bottom-nav, 0px);
      z-index: 3;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s4);
      margin: auto calc(-1 * var(--gutter, var(--s6))) calc(-1 * var(--page-foot, var(--s6)));
      padding: var(--s3) var(--gutter, var(--s6));
      border-top: 1px solid var(--line-strong);
      background: var(--surface);
      box-shadow: var(--shadow-up);
      font-size: var(--t-s);
    }
    .words {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s1) var(--s4);
      color: var(--muted);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s3);
      margin-left: auto;
    }
    :host(.strong) {
      border-top-color: transparent;
      background: var(--bar-ground);
      color: var(--on-bar);
      --focus: var(--focus-on-bar);
      --mat-button-filled-container-color: #fff;
      --mat-button-filled-label-text-color: #083f73;
      --mat-button-outlined-label-text-color: #fff;
      --mat-button-outlined-outline-color: #ffffff80;
      --mat-button-text-label-text-color: #fff;
    }
    :host(.strong) .words {
      color: inherit;
      --ink: #fff;
      --primary: #fff;
    }
    @media (max-width: 800px) {
      .words {
        width: 100%;
        justify-content: center;
      }
      .actions {
        width: 100%;
      }
      .actions ::ng-deep > * {
        flex: 1 1 auto;
        --mat-button-filled-container-height: 52px;
        --mat-button-outlined-container-height: 52px;
        --mat-button-text-container-height: 52px;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class Dock {
  readonly label = input.required<string>();
  readonly strong = input(false);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const root = inject(DOCUMENT).documentElement;
    // What takes the focus must not hide behind the dock: the page scrolls that much further.
    afterNextRender(() => root.style.setProperty('--dock-height', `${host.offsetHeight}px`));
    inject(DestroyRef).onDestroy(() => root.style.removeProperty('--dock-height'));
  }
}
