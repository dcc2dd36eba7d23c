import { Component, type ElementRef, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../ui/icon';

const shownFor = 2_500;

/** Something secret that is told once: read it, copy it, it will not be shown again. */
@Component({
  selector: 'j-shown-once',
  imports: [Icon, MatButton, TranslocoPipe],
  template: `<label>
      <span>{{ label() }}</span>
      <input #field class="control" readonly [value]="value()" (focus)="field.select()" />
    </label>
    <button matButton="outlined" type="button" (click)="copy()">
      <j-icon [name]="isCopied() ? 'check' : 'copy'" />{{
        (isCopied() ? 'account.once.copied' : 'account.once.copy') | transloco
      }}
    </button>
    <span class="vh" role="status">{{ isCopied() ? ('account.once.copied' | transloco) : '' }}</span>`,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--s2);
    }
    label {
      flex: 1 1 220px;
      min-width: 0;
    }
    label span {
      display: block;
      margin-bottom: var(--s1);
      font-weight: 600;
      color: var(--ink);
    }
    .control[readonly] {
      background: var(--sunken);
      color: var(--ink);
      font-size: var(--t-s);
    }
  `,
})
export class ShownOnce {
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly isCopied = signal(false);

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.value());
      this.isCopied.set(true);
      setTimeout(() => this.isCopied.set(false), shownFor);
    } catch {
      // Without a secure connection browsers keep the clipboard shut: select it, so that Ctrl+C does it.
      this.field().nativeElement.focus();
    }
  }
}
