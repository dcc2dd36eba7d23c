import { Component, computed, inject, input, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  type LeaveKind,
  type LeaveRequest,
  type LeaveRow,
  leaveKindLabels,
  leaveKinds,
} from '@jenjang/shared/nomination';
import { formatDateRange } from '@jenjang/shared/platform';
import { provideTranslocoScope, TranslocoPipe } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { wordsOf } from '../platform/words';
import { Card } from '../ui/card';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { Day } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { NominationApi } from './nomination-api';

/** Leave of a person on their page: what is on record, and noting more for those who keep the record. */
@Component({
  selector: 'j-leave-section',
  imports: [
    Card,
    Day,
    ErrorSummary,
    Field,
    FieldControl,
    Icon,
    MatButton,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  providers: [provideTranslocoScope('nomination')],
  template: `<j-card [heading]="'nomination.leave.heading' | transloco">
    @if (mayChange() && !isAdding()) {
      <button cardAside matButton class="sm" (click)="isAdding.set(true)">
        {{ 'nomination.leave.add' | transloco }}
      </button>
    }
    @if (isAdding()) {
      <form [formGroup]="form" (ngSubmit)="save()">
        <j-error-summary [errors]="submission.errors()" [labels]="labels()" />
        <j-field [label]="'nomination.leave.kind' | transloco">
          <select jControl formControlName="kind">
            @for (kind of kinds; track kind) {
              <option [value]="kind">{{ kindLabels[kind][locale()] }}</option>
            }
          </select>
        </j-field>
        <j-field [label]="'nomination.leave.startsOn' | transloco"
          ><input jControl type="date" formControlName="startsOn"
        /></j-field>
        <j-field [label]="'nomination.leave.endsOn' | transloco"
          ><input jControl type="date" formControlName="endsOn"
        /></j-field>
        <div class="row">
          <button matButton type="button" class="sm" (click)="isAdding.set(false)">
            {{ 'nomination.leave.cancel' | transloco }}
          </button>
          <button matButton="filled" class="sm" disabledInteractive [disabled]="submission.busy()">
            {{ 'nomination.leave.save' | transloco }}
          </button>
        </div>
      </form>
    }
    @if (leaves.problem(); as words) {
      <p class="muted">{{ words }}</p>
    } @else if (leaves.value()?.length === 0) {
      <p class="muted">{{ 'nomination.leave.none' | transloco }}</p>
    } @else {
      <ul>
        @for (leave of leaves.value(); track leave.id) {
          <li>
            <span
              ><b>{{ kindLabels[leave.kind][locale()] }}</b
              ><span class="sub"
                >{{ leave.startsOn | day: 'short' }} – {{ leave.endsOn | day: 'short' }}</span
              ></span
            >
            @if (mayChange()) {
              <button class="icon-button" [attr.aria-label]="removeLabel(leave)" (click)="remove(leave)">
                <j-icon name="trash" />
              </button>
            }
          </li>
        }
      </ul>
    }
  </j-card>`,
  styles: `
    form {
      display: grid;
      gap: var(--s3);
      margin-bottom: var(--s4);
    }
    p {
      margin: 0;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--s3);
      min-height: 44px;
    }
  `,
})
export class LeaveSection {
  readonly personId = input.required<string>();
  readonly mayChange = input(false);

  private readonly api = inject(NominationApi);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly words = wordsOf('nomination');
  protected readonly locale = inject(LocaleService).locale;
  protected readonly kinds = leaveKinds;
  protected readonly kindLabels = leaveKindLabels;
  protected readonly isAdding = signal(false);
  protected readonly resource = this.api.leaves(() => this.personId());
  protected readonly leaves = loaded(this.resource);
  protected readonly form = new FormGroup({
    kind: new FormControl<LeaveKind>('annual', { nonNullable: true }),
    startsOn: new FormControl('', { nonNullable: true }),
    endsOn: new FormControl('', { nonNullable: true }),
  });
  protected readonly submission = new FormSubmission<LeaveRequest>(this.form, () =>
    import('@jenjang/shared/nomination').then((m) => m.LeaveRequest),
  );
  protected readonly labels = computed(() =>
    Object.fromEntries(
      ['kind', 'startsOn', 'endsOn'].map((field) => [field, this.words(`nomination.leave.${field}`)]),
    ),
  );

  protected removeLabel({ kind, startsOn, endsOn }: LeaveRow): string {
    const leave = `${leaveKindLabels[kind][this.locale()]} ${formatDateRange(startsOn, endsOn, this.locale())}`;
    return this.words('nomination.leave.remove', { leave });
  }

  protected async save(): Promise<void> {
    if (!(await this.submission.submit((request) => this.api.addLeave(this.personId(), request)))) return;
    this.form.reset();
    this.isAdding.set(false);
    this.resource.reload();
  }

  protected async remove({ id }: LeaveRow): Promise<void> {
    try {
      await this.api.removeLeave(this.personId(), id);
      this.resource.reload();
    } catch (error) {
      this.notices.show(this.problems.of(error), 'bad');
    }
  }
}
