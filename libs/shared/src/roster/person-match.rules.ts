import type { PersonDraft } from './person-row.rules.js';
import type { KnownPerson } from './record.types.js';
import type { RowProblem } from './roster.types.js';
import { fold, sharesWord } from '../vocabulary/text.rules.js';

/** People on record by what they are recognised by. Built once for a file. */
export interface PeopleIndex {
  readonly byNip: ReadonlyMap<string, KnownPerson>;
  readonly byEmail: ReadonlyMap<string, KnownPerson>;
  readonly byName: ReadonlyMap<string, readonly KnownPerson[]>;
}

/** Who a row is about: somebody on record, nobody yet, or not to be told. */
export interface PersonMatch {
  readonly person: KnownPerson | null;
  readonly problems: readonly RowProblem[];
}

export function indexPeople(people: readonly KnownPerson[]): PeopleIndex {
  const byName = new Map<string, KnownPerson[]>();
  for (const person of people) byName.set(fold(person.fullName), [...(byName.get(fold(person.fullName)) ?? []), person]);
  return {
    byNip: new Map(people.flatMap((person) => (person.employment?.nip ? [[person.employment.nip, person] as const] : []))),
    byEmail: new Map(people.flatMap((person) => (person.email ? [[person.email.toLowerCase(), person] as const] : []))),
    byName,
  };
}

/**
 * Finds the person of a row: by NIP; without one by e-mail, else by name and birth date. A name alone tells somebody
 * without a NIP apart, never a civil servant: for those the NIP on record is suggested.
 */
export function matchPerson(draft: PersonDraft, index: PeopleIndex): PersonMatch {
  const byEmail = draft.email === null ? undefined : index.byEmail.get(draft.email.toLowerCase());
  if (draft.nip !== null) return matchByNip(draft, index.byNip.get(draft.nip), byEmail);
  const namesakes = draft.fullName === null ? [] : (index.byName.get(fold(draft.fullName)) ?? []);
  if (byEmail) return nameFits(draft, byEmail) ? { person: byEmail, problems: [] } : emailOfOther(draft, byEmail);
  const born = namesakes.filter(({ birthDate }) => draft.birthDate !== null && birthDate === draft.birthDate);
  const [only] = born;
  if (only && born.length === 1) return { person: only, problems: [] };
  return matchByName(draft, namesakes);
}

/** The NIP that the records hold for a row whose own is damaged: when name and unit fit one person only. */
export function suggestNip(draft: PersonDraft, index: PeopleIndex): string | null {
  const fitting = (draft.fullName === null ? [] : (index.byName.get(fold(draft.fullName)) ?? [])).filter(({ employment }) => employment?.nip && (draft.unit === null || inOrBelow(draft.unit.id, employment.unitId, draft.unit.path)));
  return fitting.length === 1 ? (fitting[0]?.employment?.nip ?? null) : null;
}

function inOrBelow(unitId: string, workplaceId: string, path: string): boolean {
  return unitId === workplaceId || path.includes(`/${workplaceId}/`);
}

function matchByNip(draft: PersonDraft, person: KnownPerson | undefined, byEmail: KnownPerson | undefined): PersonMatch {
  if (byEmail && byEmail.id !== person?.id) return person || byEmail.employment?.nip ? emailOfOther(draft, byEmail) : { person: byEmail, problems: [] };
  if (person && !nameFits(draft, person)) return { person: null, problems: [{ field: 'fullName', code: 'roster.nipOfOther', value: draft.fullName ?? '', suggestion: { value: person.fullName, why: 'record' } }] };
  return { person: person ?? null, problems: [] };
}

/** Two names of one person share at least a word; whoever shares none is somebody else. */
function nameFits(draft: PersonDraft, person: KnownPerson): boolean {
  return draft.fullName === null || sharesWord(draft.fullName, person.fullName);
}

function emailOfOther({ email }: PersonDraft, person: KnownPerson): PersonMatch {
  return { person: null, problems: [{ field: 'email', code: 'roster.emailOfOther', value: email ?? '', suggestion: { value: person.email === email ? '' : (person.email ?? ''), why: 'record' } }] };
}

function matchByName(draft: PersonDraft, namesakes: readonly KnownPerson[]): PersonMatch {
  // With a birth date on both sides that differs it is somebody else of the same name.
  const possible = namesakes.filter(({ birthDate }) => draft.birthDate === null || birthDate === null);
  const [first] = possible;
  if (!first) return { person: null, problems: [] };
  const nip = possible.length === 1 ? first.employment?.nip : null;
  if (possible.length === 1 && !nip) return { person: first, problems: [] };
  return { person: null, problems: [{ field: 'nip', code: 'roster.nameOnly', value: '', ...(nip ? { suggestion: { value: nip, why: 'record' as const } } : {}) }] };
}
