import { decideEmployment, type EmploymentProblem } from '../person/employment.rules.js';
import type { KnownEmployment, KnownPerson, PeopleWorld, PersonFacts, PersonRecord, RosterRow, RowVerdict } from './record.types.js';
import type { FieldChange, RosterField, RowProblem } from './roster.types.js';
import { indexPeople, matchPerson, suggestNip, type PeopleIndex } from './person-match.rules.js';
import { readPersonRow, type PersonDraft } from './person-row.rules.js';
import { squeeze } from '../vocabulary/text.rules.js';
import { indexUnits, type UnitIndex } from './unit-match.rules.js';
import { guessKind, guessPositionKind, positionOfEselon } from '../vocabulary/vocabulary.rules.js';
import { eselonsOfPosition } from '../person/position.rules.js';

type Verdict = RowVerdict<PersonRecord>;
type Employment = NonNullable<PersonRecord['employment']>;

/** What is the same for every row of a file. */
interface Ground {
  readonly world: PeopleWorld;
  readonly units: UnitIndex;
  readonly unitNames: ReadonlyMap<string, string>;
  readonly unitPaths: ReadonlyMap<string, string>;
  readonly people: PeopleIndex;
}

/**
 * Judges every row of a file of people, or of participants when the world has a cohort: what each would write, or why
 * it cannot. Of rows about the same person the first is taken.
 */
export function judgePeople(rows: readonly RosterRow[], world: PeopleWorld): readonly Verdict[] {
  const ground: Ground = { world, units: indexUnits(world.units), people: indexPeople(world.people), unitNames: new Map(world.units.map(({ id, name }) => [id, name])), unitPaths: new Map(world.units.map(({ id, path }) => [id, path])) };
  const firstRows = new Map<string, number>();
  return rows.map((row) => {
    const draft = readPersonRow(row, ground.units, world.today);
    const match = matchPerson(draft, ground.people);
    const keys = keysOf(draft, match.person);
    const first = keys.map((key) => firstRows.get(key)).find((rowNumber) => rowNumber !== undefined);
    for (const key of keys) if (!firstRows.has(key)) firstRows.set(key, row.rowNumber);
    const repeated: RowProblem[] = first === undefined ? [] : [{ field: draft.nip === null ? 'fullName' : 'nip', code: 'roster.repeated', value: draft.nip ?? draft.fullName ?? '', limit: first }];
    return judgeRow(row.rowNumber, draft, match.person, [...problemsOf(draft, match.problems, ground), ...repeated], ground);
  });
}

/** By what two rows are known to be about one person. */
function keysOf({ nip, email, fullName, birthDate, problems }: PersonDraft, person: KnownPerson | null): readonly string[] {
  const hasNip = nip !== null || problems.some(({ field }) => field === 'nip');
  const named = !hasNip && email === null && fullName !== null ? [`name:${squeeze(fullName)}:${birthDate ?? ''}`] : [];
  return [...(nip === null ? [] : [`nip:${nip}`]), ...(email === null ? [] : [`email:${email.toLowerCase()}`]), ...(person ? [`id:${person.id}`] : []), ...named];
}

function problemsOf(draft: PersonDraft, matching: readonly RowProblem[], { people }: Ground): readonly RowProblem[] {
  const unread = draft.problems.some(({ field }) => field === 'nip');
  const suggested = unread ? suggestNip(draft, people) : null;
  const own = draft.problems.map((problem) => (problem.field === 'nip' && suggested ? { ...problem, suggestion: { value: suggested, why: 'record' as const } } : problem));
  // A row whose NIP cannot be read is told just that, not also who it may be.
  return unread ? own : [...own, ...matching];
}

function judgeRow(rowNumber: number, draft: PersonDraft, person: KnownPerson | null, found: readonly RowProblem[], ground: Ground): Verdict {
  const facts = factsOf(draft, person, ground.world.cohort !== null);
  const employment = employmentOf(draft, person, ground);
  const standing = standingOf(draft, person, ground.world);
  // While it is not clear who is meant, what does not suit them is no more than a guess.
  const isClear = !found.some(({ field }) => field === 'nip' || field === 'fullName');
  const problems = unique([...found, ...(facts.fullName === '' ? [missing('fullName')] : []), ...(isClear ? employment.problems : []), ...standing.problems]);
  if (problems.length > 0) return { rowNumber, outcome: 'rejected', problems, changes: [], toVerify: false, targetId: null, record: null };
  const changes = [...factChanges(person, facts), ...employment.changes, ...standing.changes];
  const isNew = ground.world.cohort === null ? person === null : standing.joins;
  const personAct = person === null ? 'add' : factChanges(person, facts).length > 0 ? 'change' : 'keep';
  return {
    rowNumber, outcome: isNew ? 'new' : changes.length > 0 ? 'updated' : 'unchanged', problems: [], changes: person === null ? [] : changes, toVerify: (employment.employment?.nipWarnings.length ?? 0) > 0, targetId: person?.id ?? null,
    record: { person: facts, personAct, employment: employment.employment, employmentAct: employment.act, joins: standing.joins, classId: standing.classId },
  };
}

/** One problem a cell is enough: the first found is the cause of the others. */
function unique(problems: readonly RowProblem[]): readonly RowProblem[] {
  return problems.filter(({ field }, index) => field === null || problems.findIndex((other) => other.field === field) === index);
}

function missing(field: RosterField): RowProblem {
  return { field, code: 'roster.missing', value: '' };
}

/**
 * Written cells win; what a file leaves blank stays as it is on record. A list of participants renames nobody: of who
 * somebody is, it only tells what was not known.
 */
function factsOf(draft: PersonDraft, person: KnownPerson | null, recordWins: boolean): PersonFacts {
  const pick = <Field extends keyof PersonFacts>(field: Field): PersonFacts[Field] | null => {
    const [first, second] = recordWins ? [person?.[field], draft[field]] : [draft[field], person?.[field]];
    return (first ?? second ?? null) as PersonFacts[Field] | null;
  };
  return {
    frontTitle: pick('frontTitle'), fullName: pick('fullName') ?? '', backTitle: pick('backTitle'), gender: pick('gender'), birthDate: pick('birthDate'), birthPlace: pick('birthPlace'),
    email: draft.email ?? person?.email ?? null, phone: draft.phone ?? person?.phone ?? null,
  };
}

const factFields = ['fullName', 'frontTitle', 'backTitle', 'gender', 'birthDate', 'birthPlace', 'email', 'phone'] as const;

function factChanges(person: KnownPerson | null, facts: PersonFacts): readonly FieldChange[] {
  return person === null ? [] : factFields.filter((field) => person[field] !== facts[field]).map((field) => ({ field, from: person[field], to: facts[field] }));
}

interface EmploymentVerdict {
  readonly employment: Employment | null;
  readonly act: PersonRecord['employmentAct'];
  readonly problems: readonly RowProblem[];
  readonly changes: readonly FieldChange[];
}

function employmentOf(draft: PersonDraft, person: KnownPerson | null, ground: Ground): EmploymentVerdict {
  const current = person?.employment ?? null;
  const kind = draft.kind ?? current?.kind ?? guessKind(draft.nip);
  const unitId = unitOf(draft, current, ground.unitPaths);
  const nothing: EmploymentVerdict = { employment: null, act: 'keep', problems: [], changes: [] };
  // Somebody from outside the service may come without any unit.
  if (unitId === undefined) return kind === 'NON_ASN' || draft.problems.some(({ field }) => field === 'opd' || field === 'unit') ? nothing : { ...nothing, problems: [missing('opd')] };
  const written = { unitId, kind, nip: kind === 'NON_ASN' ? draft.nip : (draft.nip ?? current?.nip ?? null), golongan: golonganOf(draft, current, kind), ...positionOf(draft, current, kind) };
  const changes = employmentChanges(current, written, ground.unitNames);
  if (changes.length === 0) return nothing;
  return decide(draft, person, current, written, changes, ground.world);
}

function decide(draft: PersonDraft, person: KnownPerson | null, current: KnownEmployment | null, written: Omit<Employment, 'nipWarnings' | 'validFrom'>, changes: readonly FieldChange[], world: PeopleWorld): EmploymentVerdict {
  const validFrom = draft.validFrom ?? (current === null ? firstDay(world, person) : world.today);
  const act = current === null ? 'add' : current.validFrom === validFrom ? 'correct' : 'next';
  const context = { birthDate: draft.birthDate ?? person?.birthDate ?? null, gender: draft.gender ?? person?.gender ?? null, currentFrom: act === 'next' ? (current?.validFrom ?? null) : null, today: world.today };
  const { nip, warnings, problems } = decideEmployment({ ...written, validFrom }, context);
  const told = problems.map((problem) => rowProblem(problem, draft, validFrom));
  return { employment: { ...written, nip, nipWarnings: warnings, validFrom }, act, problems: told, changes };
}

/** From when facts hold that a file does not date: the beginning of the year, or earlier when the cohort began before; never before the last ended. */
function firstDay({ today, cohort }: PeopleWorld, person: KnownPerson | null): string {
  const newYear = `${today.slice(0, 4)}-01-01`;
  const first = cohort !== null && cohort.startsOn < newYear ? cohort.startsOn : newYear;
  const ended = person?.lastEndedOn ?? '';
  return ended > first ? ended : first;
}

function rowProblem({ field, code, limit }: EmploymentProblem, draft: PersonDraft, validFrom: string): RowProblem {
  const value = field === 'validFrom' ? validFrom : (draft[field] ?? '');
  return { field, code: code === 'employment.nipMissing' ? 'roster.nipMissing' : code, value, ...(limit === undefined ? {} : { limit }) };
}

/** Who works somewhere within the OPD that a row names stays there. */
function unitOf({ unit, namesOpdOnly }: PersonDraft, current: KnownEmployment | null, paths: ReadonlyMap<string, string>): string | undefined {
  const isInside = current !== null && unit !== null && (paths.get(current.unitId)?.startsWith(unit.path) ?? false);
  return namesOpdOnly && isInside ? current.unitId : (unit?.id ?? current?.unitId);
}

function golonganOf(draft: PersonDraft, current: KnownEmployment | null, kind: Employment['kind']): string | null {
  if (draft.golongan !== null) return draft.golongan;
  // A golongan of the old kind does not go along into a new one.
  return current?.kind === kind ? current.golongan : null;
}

function positionOf(draft: PersonDraft, current: KnownEmployment | null, kind: Employment['kind']): Pick<Employment, 'positionKind' | 'positionName' | 'eselon'> {
  const positionName = draft.positionName ?? current?.positionName ?? '';
  const stays = current !== null && (current.kind === 'NON_ASN') === (kind === 'NON_ASN') ? current.positionKind : null;
  const positionKind = draft.positionKind ?? (kind === 'NON_ASN' ? 'NON_ASN' : positionOfEselon(draft.eselon)) ?? stays ?? guessPositionKind(kind, positionName);
  const kept = current?.eselon && eselonsOfPosition[positionKind].includes(current.eselon) ? current.eselon : null;
  return { positionKind, positionName, eselon: draft.eselon ?? kept };
}

const employmentFields = ['kind', 'nip', 'golongan', 'positionKind', 'positionName', 'eselon'] as const;

function employmentChanges(current: KnownEmployment | null, written: Omit<Employment, 'nipWarnings' | 'validFrom'>, unitNames: ReadonlyMap<string, string>): readonly FieldChange[] {
  const moved: FieldChange[] = current?.unitId === written.unitId ? [] : [{ field: 'unit', from: current?.unitName ?? null, to: unitNames.get(written.unitId) ?? '' }];
  if (current === null) return moved;
  return [...moved, ...employmentFields.filter((field) => current[field] !== written[field]).map((field) => ({ field, from: current[field], to: written[field] }))];
}

interface Standing {
  readonly joins: boolean;
  readonly classId: string | null;
  readonly problems: readonly RowProblem[];
  readonly changes: readonly FieldChange[];
}

function standingOf({ className }: PersonDraft, person: KnownPerson | null, { cohort }: PeopleWorld): Standing {
  if (cohort === null) return { joins: false, classId: null, problems: [], changes: [] };
  const wanted = className === null ? null : (cohort.classes.find(({ code, name }) => [squeeze(code), squeeze(name), squeeze(`kelas ${code}`)].includes(squeeze(className))) ?? null);
  const held = person?.enrolment ?? null;
  const problems: RowProblem[] = [
    ...(className !== null && wanted === null ? [{ field: 'className' as const, code: 'roster.classUnknown', value: className }] : []),
    ...(held?.state === 'rejected' ? [{ field: null, code: 'enrolment.rejectedBefore', value: '' }] : []),
  ];
  const joins = held?.state !== 'accepted';
  const classId = wanted?.id ?? held?.classId ?? null;
  const nameOf = (id: string | null): string | null => cohort.classes.find((item) => item.id === id)?.name ?? null;
  return { joins, classId, problems, changes: joins || classId === held.classId ? [] : [{ field: 'className', from: nameOf(held.classId), to: nameOf(classId) }] };
}
