import { Component, computed, input } from '@angular/core';
import type { Tone } from './tone.types';

function share(value: number, max: number): number {
  return max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
}

/**
 * How much of a whole is reached: filled part, dark tick at the threshold, and hatching from the right for what can
 * no longer be reached. `label` says all of it in words.
 */
@Component({
  selector: 'j-bar',
  host: { role: 'img', '[attr.aria-label]': 'label()', '[class]': 'tone()' },
  template: `<i [style.width.%]="reached()"></i>
    @if (gone() > 0) {
      <span class="lost" [style.width.%]="gone()"></span>
    }
    @if (tick() !== null) {
      <b [style.left.%]="tick()"></b>
    }`,
  styles: `
    :host {
      position: relative;
      display: block;
      height: var(--bar-thickness, 10px);
      border-radius: 999px;
      background: var(--track);
      --fill: var(--primary);
    }
    :host(.ok) {
      --fill: var(--ok-fill);
    }
    :host(.bad) {
      --fill: var(--bad-fill);
    }
    :host(.warn) {
      --fill: var(--below);
    }
    i {
      display: block;
      height: 100%;
      border-radius: 999px;
      background: var(--fill);
      transition: width 0.3s;
    }
    b {
      position: absolute;
      top: -4px;
      bottom: -4px;
      width: 2px;
      margin-left: -1px;
      background: var(--ink);
    }
    .lost {
      position: absolute;
      inset: 0 0 0 auto;
      border-radius: 0 999px 999px 0;
      background: repeating-linear-gradient(135deg, var(--muted) 0 2px, var(--track) 2px 5px);
    }
    @media (forced-colors: active) {
      :host {
        border: 1px solid CanvasText;
      }
      i {
        background: Highlight;
        forced-color-adjust: none;
      }
      b {
        background: CanvasText;
      }
    }
    @media print {
      :host,
      i,
      b,
      .lost {
        print-color-adjust: exact;
      }
    }
  `,
})
export class Bar {
  readonly value = input.required<number>();
  readonly max = input(100);
  /** In the same unit as the value; null draws no tick. */
  readonly threshold = input<number | null>(null);
  /** What can no longer be reached, in the same unit. */
  readonly lost = input(0);
  readonly tone = input<Tone>('neutral');
  /** The whole statement, as `24 dari 40 JP, batas 32 JP, 4 JP tidak dapat dicapai lagi`. */
  readonly label = input.required<string>();

  protected readonly reached = computed(() => share(this.value(), this.max()));
  protected readonly gone = computed(() => Math.min(share(this.lost(), this.max()), 100 - this.reached()));
  protected readonly tick = computed(() => {
    const threshold = this.threshold();
    return threshold === null ? null : share(threshold, this.max());
  });
}
