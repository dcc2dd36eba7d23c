import { Component, computed, input } from '@angular/core';
import encodeQR from 'qr';

/** A text as QR code, as wide as its place. Always dark on white: cameras read nothing else as surely. */
@Component({
  selector: 'j-qr-code',
  template: `<svg
    [attr.viewBox]="'0 0 ' + size() + ' ' + size()"
    role="img"
    [attr.aria-label]="label()"
    shape-rendering="crispEdges"
  >
    <path [attr.d]="path()" />
  </svg>`,
  styles: `
    :host {
      display: block;
      background: #fff;
    }
    svg {
      display: block;
      width: 100%;
    }
    path {
      fill: #0f1b2d;
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  /** What the code is, for those who do not see it. */
  readonly label = input.required<string>();

  private readonly squares = computed(() => encodeQR(this.text(), 'raw', { border: 1, ecc: 'medium' }));
  protected readonly size = computed(() => this.squares().length);
  protected readonly path = computed(() =>
    this.squares()
      .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
      .join(''),
  );
}
