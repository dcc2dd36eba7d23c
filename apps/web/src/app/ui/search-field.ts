import { Component, DestroyRef, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from './icon';

const pauseBeforeSearch = 350;

/** Search in a list. Says the words once the reader pauses or presses Enter; Escape empties it. */
@Component({
  selector: 'j-search-field',
  imports: [Icon, TranslocoPipe],
  template: `<j-icon name="search" />
    <input
      #field
      type="search"
      class="control"
      [attr.aria-label]="label()"
      [placeholder]="placeholder() ?? label()"
      [value]="value()"
      maxlength="100"
      enterkeyhint="search"
      autocomplete="off"
      spellcheck="false"
      (input)="typed(field.value)"
      (keydown.enter)="search(field.value)"
      (keydown.escape)="clear()"
    />
    @if (value() !== '') {
      <button
        type="button"
        class="icon-button sm"
        [attr.aria-label]="'ui.search.clear' | transloco"
        (click)="clear()"
      >
        <j-icon name="x" [size]="16" />
      </button>
    }`,
  styles: `
    :host {
      position: relative;
      display: block;
      width: min(340px, 100%);
    }
    j-icon:first-child {
      position: absolute;
      left: 12px;
      top: 12px;
      color: var(--muted);
      pointer-events: none;
    }
    input {
      padding-inline: 40px;
      appearance: none;
    }
    input::-webkit-search-cancel-button {
      display: none;
    }
    .icon-button {
      position: absolute;
      right: 4px;
      top: 4px;
    }
  `,
})
export class SearchField {
  readonly value = input('');
  readonly label = input.required<string>();
  readonly placeholder = input<string>();
  readonly searched = output<string>();

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected typed(words: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(words), pauseBeforeSearch);
  }

  protected search(words: string): void {
    clearTimeout(this.timer);
    const trimmed = words.trim();
    if (trimmed !== this.value()) this.searched.emit(trimmed);
  }

  protected clear(): void {
    this.field().nativeElement.value = '';
    this.search('');
  }
}
