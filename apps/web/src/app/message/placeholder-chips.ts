import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { withPlaceholder } from './draft.rules';

/** Words that are filled in for each reader: a press puts one where the cursor stands. */
@Component({
  selector: 'j-placeholder-chips',
  imports: [TranslocoPipe],
  template: `<p class="sub" id="chips-label">{{ 'message.placeholders' | transloco }}</p>
    <ul aria-labelledby="chips-label">
      @for (name of names(); track name) {
        <li>
          <button type="button" (click)="put(name)">
            <code>{{ '{' + name + '}' }}</code><span>{{ 'message.placeholder.' + name | transloco }}</span>
          </button>
        </li>
      }
    </ul>`,
  styles: `
    p {
      margin: 0 0 var(--s1);
    }

    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
      margin: 0;
      padding: 0;
      list-style: none;
    }

    button {
      display: flex;
      gap: var(--s2);
      align-items: center;
      min-height: 36px;
      padding: 0 var(--s3);
      border: 1px solid var(--line);
      border-radius: 18px;
      background: var(--surface);
      color: inherit;
      font: inherit;
      font-size: var(--t-s);
      cursor: pointer;
    }

    button:hover {
      background: var(--sunken);
    }
  `,
})
export class PlaceholderChips {
  readonly names = input.required<readonly string[]>();
  /** The field that they go into. */
  readonly into = input.required<HTMLInputElement | HTMLTextAreaElement>();
  /** The whole text afterwards. */
  readonly changed = output<string>();

  protected put(name: string): void {
    const field = this.into();
    const place = [
      field.selectionStart ?? field.value.length,
      field.selectionEnd ?? field.value.length,
    ] as const;
    const { text, cursor } = withPlaceholder(field.value, name, place);
    field.value = text;
    field.focus();
    field.setSelectionRange(cursor, cursor);
    this.changed.emit(text);
  }
}
