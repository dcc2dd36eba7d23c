import { Component, type Signal, computed, inject, input } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { type PersonDetail, genderLabels, genders } from '@jenjang/shared/person';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { wordsOf } from '../platform/words';
import { Field, FieldControl } from '../ui/field';

const fields = [
  'fullName',
  'frontTitle',
  'backTitle',
  'gender',
  'birthDate',
  'birthPlace',
  'email',
  'phone',
  'unitId',
  'kind',
  'nip',
  'golongan',
  'positionKind',
  'positionName',
  'eselon',
  'dutyStatus',
  'validFrom',
];

/** Names of the fields of people by their path, for summaries of what is wrong. To be called where `inject` may be. */
export function fieldNames(): Signal<Readonly<Record<string, string>>> {
  const words = wordsOf('person');
  return computed(() =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const name = words(`person.field.${field}`);
        return [
          [field, name],
          [`employment.${field}`, name],
        ];
      }),
    ),
  );
}

type Facts = Pick<
  PersonDetail,
  'frontTitle' | 'fullName' | 'backTitle' | 'gender' | 'birthDate' | 'birthPlace' | 'email' | 'phone'
>;

/** Controls of who somebody is, filled with what is on record. */
export function factControls(facts: Facts | null) {
  const text = (value: string | null | undefined): FormControl<string> =>
    new FormControl(value ?? '', { nonNullable: true });
  return {
    frontTitle: text(facts?.frontTitle),
    fullName: text(facts?.fullName),
    backTitle: text(facts?.backTitle),
    gender: text(facts?.gender),
    birthDate: text(facts?.birthDate),
    birthPlace: text(facts?.birthPlace),
    email: text(facts?.email),
    phone: text(facts?.phone),
  };
}

/** Who somebody is: the fields of a person that no date belongs to. */
@Component({
  selector: 'j-facts-form',
  imports: [Field, FieldControl, ReactiveFormsModule, TranslocoPipe],
  template: `<div class="fields" [formGroup]="form()">
    <j-field class="wide" [label]="'person.field.fullName' | transloco" [hint]="'person.nameHint' | transloco"
      ><input jControl maxlength="200" autocomplete="off" formControlName="fullName"
    /></j-field>
    <j-field [label]="'person.field.frontTitle' | transloco" [optional]="true"
      ><input jControl maxlength="60" formControlName="frontTitle"
    /></j-field>
    <j-field [label]="'person.field.backTitle' | transloco" [optional]="true"
      ><input jControl maxlength="120" formControlName="backTitle"
    /></j-field>
    <j-field [label]="'person.field.gender' | transloco" [optional]="true">
      <select jControl formControlName="gender">
        <option value="">–</option>
        @for (gender of genders; track gender) {
          <option [value]="gender">{{ labels[gender][locale()] }}</option>
        }
      </select>
    </j-field>
    <j-field [label]="'person.field.birthDate' | transloco" [optional]="true"
      ><input jControl type="date" formControlName="birthDate"
    /></j-field>
    <j-field [label]="'person.field.birthPlace' | transloco" [optional]="true"
      ><input jControl maxlength="100" formControlName="birthPlace"
    /></j-field>
    <j-field [label]="'person.field.email' | transloco" [optional]="true"
      ><input jControl type="email" maxlength="254" autocomplete="off" formControlName="email"
    /></j-field>
    <j-field [label]="'person.field.phone' | transloco" [optional]="true"
      ><input jControl type="tel" maxlength="30" autocomplete="off" formControlName="phone"
    /></j-field>
  </div>`,
  styleUrl: './person-form.css',
})
export class FactsForm {
  readonly form = input.required<FormGroup>();
  protected readonly locale = inject(LocaleService).locale;
  protected readonly genders = genders;
  protected readonly labels = genderLabels;
}
