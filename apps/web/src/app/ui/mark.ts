import { Component, input } from '@angular/core';

/** The emblem: three rungs, the highest reached in gold. For dark grounds. */
@Component({
  selector: 'j-mark',
  host: { 'aria-hidden': 'true' },
  template: `<svg viewBox="0 0 32 32" [attr.width]="size()" [attr.height]="size()" focusable="false">
    <path d="M4 27v-7h7v7zM12.5 27V13h7v14zM21 27V5h7v22z" fill="#fff" />
    <path d="M21 5h7v6h-7z" fill="#f3c14b" />
  </svg>`,
  styles: ':host { display: inline-grid; flex: none; }',
})
export class Mark {
  readonly size = input(32);
}
