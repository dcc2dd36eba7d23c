import { Component, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Shows and hides what is typed in a password field. Stands inside `.reveal` beside it. */
@Component({
  selector: 'j-reveal',
  imports: [TranslocoPipe],
  template: `<button
    type="button"
    [attr.aria-pressed]="isShown()"
    [attr.aria-label]="'identity.reveal.label' | transloco"
    (click)="turn()"
  >
    {{ (isShown() ? 'identity.reveal.hide' : 'identity.reveal.show') | transloco }}
  </button>`,
  styles: `
    button {
      height: 44px;
      padding: 0 var(--s3);
      border: 0;
      border-radius: var(--radius-m);
      background: none;
      color: var(--primary);
      font-size: var(--t-s);
      font-weight: 600;
      cursor: pointer;
    }
    button:focus-visible {
      box-shadow: inset 0 0 0 3px var(--primary);
    }
  `,
})
export class Reveal {
  readonly of = input.required<HTMLInputElement>();
  protected readonly isShown = signal(false);

  protected turn(): void {
    this.isShown.update((isShown) => !isShown);
    this.of().type = this.isShown() ? 'text' : 'password';
  }
}
