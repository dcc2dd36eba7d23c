import { type Signal, computed } from '@angular/core';
import { wordsOf } from '../platform/words';

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
