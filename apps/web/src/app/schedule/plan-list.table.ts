import type { CohortLists } from '../cohort';
import {
  type CohortDetail,
  partnerRoleLabels,
  partnerRoles,
  phaseModeLabels,
  phaseModes,
} from '@jenjang/shared/cohort';
import type { Wording } from '@jenjang/shared/platform';

export type PlanList = keyof CohortLists;

/** One field of a line in a list of the plan. */
export interface PlanField {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'date' | 'select';
  readonly optional?: boolean;
  readonly options?: readonly { readonly value: string; readonly label: Wording }[];
  /** What a new line begins with. */
  readonly initial: (cohort: CohortDetail) => string | number;
}

const options = <Key extends string>(
  keys: readonly Key[],
  labels: Readonly<Record<Key, Wording>>,
): PlanField['options'] => keys.map((value) => ({ value, label: labels[value] }));

const text = (name: string, optional = false): PlanField => ({
  name,
  kind: 'text',
  optional,
  initial: () => '',
});

/** The fields of each list, in order. */
export const planFields: Readonly<Record<PlanList, readonly PlanField[]>> = {
  phases: [
    text('name'),
    { name: 'mode', kind: 'select', options: options(phaseModes, phaseModeLabels), initial: () => 'onsite' },
    { name: 'startsOn', kind: 'date', initial: ({ startsOn }) => startsOn },
    { name: 'endsOn', kind: 'date', initial: ({ endsOn }) => endsOn },
  ],
  classes: [
    text('code'),
    text('name'),
    { name: 'capacity', kind: 'number', initial: ({ capacity }) => capacity },
  ],
  partners: [
    {
      name: 'role',
      kind: 'select',
      options: options(partnerRoles, partnerRoleLabels),
      initial: () => 'partner',
    },
    text('name'),
  ],
  signatories: [text('name'), text('nip', true), text('position'), text('rank', true)],
};
