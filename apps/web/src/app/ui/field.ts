import { Component, Directive, computed, contentChild, effect, inject, input, signal } from '@angular/core';
import { NgControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { fieldId, messageOf } from '../platform/form';
import { Icon } from './icon';

/** Marks the control of a `<j-field>`: gives it its id, its looks, and ties label, hint and error to it. */
@Directive({
  selector: 'input[jControl], select[jControl], textarea[jControl]',
  host: {
    class: 'control',
    '[id]': 'id()',
    '[attr.aria-invalid]': "message() === null ? null : 'true'",
    '[attr.aria-describedby]': 'describedBy()',
    '[attr.aria-required]': 'field?.optional() === false ? true : null',
  },
})
export class FieldControl {
  private readonly ngControl = inject(NgControl, { self: true, optional: true });
  protected readonly field = inject(Field, { optional: true });

  /** What is wrong, or null. */
  readonly message = signal<string | null>(null);
  readonly id = signal('');
  protected readonly describedBy = computed(() => {
    const ids = [
      this.field?.hint() ? `${this.id()}-hint` : '',
      this.message() === null ? '' : `${this.id()}-error`,
    ];
    return ids.filter((id) => id !== '').join(' ') || null;
  });

  constructor() {
    effect((onCleanup) => {
      const control = this.ngControl?.control;
      if (!control) return;
      this.id.set(fieldId(this.ngControl.path?.join('.') ?? ''));
      this.message.set(messageOf(control));
      const following = control.events.subscribe(() => this.message.set(messageOf(control)));
      onCleanup(() => following.unsubscribe());
    });
  }
}

/**
 * Label above, control, hint, and the error under it:
 * `<j-field label="Nama"><input jControl formControlName="name" /></j-field>`.
 * The error is what `FormSubmission` wrote to the control.
 */
@Component({
  selector: 'j-field',
  imports: [Icon, TranslocoPipe],
  template: `<div class="head">
      <label [attr.for]="id()"
        >{{ label() }}
        @if (optional()) {
          <span class="optional"> {{ 'ui.field.optional' | transloco }}</span>
        }
      </label>
      <ng-content select="[fieldAside]" />
    </div>
    @if (hint(); as words) {
      <p class="hint" [id]="id() + '-hint'">{{ words }}</p>
    }
    <ng-content />
    @if (control()?.message(); as words) {
      <p class="error" [id]="id() + '-error'"><j-icon name="error" [size]="16" />{{ words }}</p>
    }`,
  styles: `
    :host {
      display: block;
    }
    .head {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: var(--s3);
      margin-bottom: var(--s1);
    }
    label {
      font-weight: 600;
      color: var(--ink);
    }
    .optional {
      font-weight: 400;
      color: var(--muted);
      font-size: var(--t-s);
    }
    .hint {
      margin: 0 0 var(--s2);
      font-size: var(--t-s);
      color: var(--muted);
    }
    .error {
      display: flex;
      align-items: flex-start;
      gap: 6px;
      margin: var(--s1) 0 0;
      font-size: var(--t-s);
      font-weight: 600;
      color: var(--bad);
    }
    .error j-icon {
      margin-top: 2px;
    }
  `,
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly optional = input(false);
  protected readonly control = contentChild(FieldControl);
  protected readonly id = computed(() => this.control()?.id() ?? '');
}
