import { Component, computed, input } from '@angular/core';
import type { ShownCode } from '@jenjang/shared/checkin';
import { TranslocoPipe } from '@jsverse/transloco';
import { QrCode } from '../ui/qr-code';

/** The code as the back row reads it: a large square, six digits, and how long they stay. */
@Component({
  selector: 'j-code-face',
  imports: [QrCode, TranslocoPipe],
  template: `<j-qr-code class="qr" [text]="code().url" [label]="'board.screen.qr' | transloco" />
    <div class="code">
      <p class="digits" [attr.aria-label]="'board.screen.digits' | transloco: { digits: spelled() }">
        {{ code().digits.slice(0, 3) }}<span>{{ code().digits.slice(3) }}</span>
      </p>
      <svg
        class="ring"
        viewBox="0 0 84 84"
        role="img"
        [attr.aria-label]="'board.screen.left' | transloco: { seconds: seconds() }"
      >
        <circle cx="42" cy="42" r="37" />
        <circle
          class="val"
          cx="42"
          cy="42"
          r="37"
          pathLength="100"
          [attr.stroke-dasharray]="share() + ' 100'"
          transform="rotate(-90 42 42)"
        />
        <text x="42" y="53">{{ seconds() }}</text>
      </svg>
    </div>`,
  styles: `
    :host {
      display: grid;
      gap: 3vh;
      justify-items: center;
      width: 100%;
      transition: opacity 0.3s;
    }
    :host(.grey) {
      opacity: 0.18;
      filter: grayscale(1);
    }
    .qr {
      width: min(56vh, 100%);
      padding: 2vh;
      border-radius: var(--radius-l);
      background: #fff;
    }
    .code {
      display: flex;
      gap: 2vw;
      align-items: center;
      justify-content: center;
      width: 100%;
    }
    .digits {
      margin: 0;
      font-size: min(13vh, 7.4vw);
      font-weight: 700;
      line-height: 1;
      letter-spacing: 0.01em;
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    .digits span {
      margin-left: 0.26em;
    }
    .ring {
      flex: none;
      width: min(11vh, 7vw);
    }
    .ring circle {
      fill: none;
      stroke-width: 8;
      stroke: rgba(255, 255, 255, 0.2);
    }
    .ring .val {
      stroke: var(--gold-fill);
      stroke-linecap: round;
    }
    .ring text {
      font: 700 30px var(--font);
      fill: currentColor;
      text-anchor: middle;
    }
    @media (max-width: 800px) {
      .digits {
        font-size: 14vw;
      }
      .ring {
        width: 15vw;
      }
    }
  `,
  host: { '[class.grey]': 'grey()' },
})
export class CodeFace {
  readonly code = input.required<ShownCode>();
  /** Milliseconds until the next code. */
  readonly leftMs = input.required<number>();
  /** Whether what is shown no longer counts. */
  readonly grey = input(false);

  protected readonly spelled = computed(() => [...this.code().digits].join(' '));
  protected readonly seconds = computed(() => Math.ceil(this.leftMs() / 1000));
  protected readonly share = computed(() => Math.round((this.leftMs() / this.code().stepMs) * 100));
}
