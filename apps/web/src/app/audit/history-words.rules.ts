import type { HistoryEntry, HistoryKind } from '@jenjang/shared/audit';
import {
  type Locale,
  type Zone,
  formatDate,
  formatNumber,
  formatTime,
  localDate,
} from '@jenjang/shared/platform';
import { codeWord } from './code-words.rules';
import type { HistorySubjectKind, HistoryWords, WordedChange } from './history.types';

/** Fields that tell a reader nothing: keys of the machine, counters, and what the other fields say already. */
const hidden =
  /^(id|version|created_at|path|nip_warnings|inputs|results|criteria|snapshot|number_scope|number_sequence|seats_taken|(\w+_)?sha256|supersedes|recorded_by|marked_by|decided_by|issued_by|granted_by|created_by|(issued|recorded|marked|decided)_at)$/;

/** What belongs to the story of a record besides the record itself, and the fields that only it has. */
const parts: Partial<Record<HistoryKind, readonly (readonly [HistorySubjectKind, readonly string[]])[]>> = {
  cohort: [
    [
      'session',
      ['starts_at', 'ends_at', 'phase_id', 'module_id', 'mandatory', 'venue', 'lesson_hours', 'title'],
    ],
    ['cohort_partner', ['role']],
    ['phase', ['cohort_id', 'starts_on', 'mode']],
    ['cohort_class', ['cohort_id', 'capacity']],
  ],
  person: [
    [
      'employment',
      ['nip', 'position_name', 'position_kind', 'unit_id', 'valid_to', 'golongan', 'eselon', 'duty_status'],
    ],
  ],
  enrolment: [
    ['attendance_mark', ['mark']],
    ['graduation_decision', ['outcome']],
    ['score', ['component']],
  ],
  certificate: [['certificate_event', ['public_text']]],
};

/** Parts that share fields with their record are known by having all of theirs; the others by any of them. */
const needsAll: readonly HistorySubjectKind[] = ['phase', 'cohort_class'];

/** What an entry is about: the record asked for, or a part of it. Told by its fields, since a change lists only what changed. */
export function subjectOf(entry: HistoryEntry, asked: HistoryKind): HistorySubjectKind {
  const fields = new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})]);
  const found = (parts[asked] ?? []).find(([kind, own]) =>
    needsAll.includes(kind) ? own.every((name) => fields.has(name)) : own.some((name) => fields.has(name)),
  );
  return found?.[0] ?? asked;
}

/** Acts that have a verb of their own, by subject and act: key of `audit.deed`. */
const deeds: Readonly<Record<string, string>> = {
  'certificate.created': 'issued',
  'attendance_mark.created': 'marked',
  'graduation_decision.created': 'decided',
  'score.created': 'scored',
  'enrolment.created': 'enrolled',
};

/** Key under `audit.deed` of the verb for what was done, or null when making, changing or removing says it. */
export function deedOf(entry: HistoryEntry, subject: HistorySubjectKind): string | null {
  const kind = entry.after?.['kind'];
  if (subject === 'certificate_event' && typeof kind === 'string') return kind;
  return deeds[`${subject}.${entry.action}`] ?? null;
}

/** Name of what an entry is about, when the entry says it: title, name, number. */
export function nameOf({ before, after }: HistoryEntry): string | null {
  const facts = { ...before, ...after };
  const name =
    facts['title'] ?? facts['name'] ?? facts['full_name'] ?? facts['number'] ?? facts['position_name'];
  return typeof name === 'string' && name !== '' ? name : null;
}

/** The fields that an act changed, worded. A new record lists what it began with. */
export function wordChanges(
  entry: HistoryEntry,
  subject: HistorySubjectKind,
  words: HistoryWords,
): readonly WordedChange[] {
  const { before, after } = entry;
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    .filter((field) => !hidden.test(field) && !(subject === 'certificate_event' && field === 'kind'))
    .map((field) => ({
      field,
      label: words.fields[field] ?? field.replaceAll('_', ' '),
      before: wordValue(field, before?.[field], subject, words),
      after: wordValue(field, after?.[field], subject, words),
      isReference: field.endsWith('_id'),
    }))
    .filter(
      ({ before: from, after: to, isReference }) =>
        from !== to && !(isReference && entry.action === 'created'),
    );
}

function wordValue(
  field: string,
  value: unknown,
  subject: HistorySubjectKind,
  words: HistoryWords,
): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return formatNumber(value, words.locale);
  if (typeof value === 'string') return wordText(field, value, subject, words);
  return wordList(value) || null;
}

function wordText(
  field: string,
  value: string,
  subject: HistorySubjectKind,
  { locale, zone }: HistoryWords,
): string {
  if (field.endsWith('_at')) return momentWords(value, locale, zone);
  if (/_(on|date|until|from|to)$/.test(field)) return formatDate(value, locale, 'short');
  return codeWord(subject, field, value, locale) ?? value;
}

function momentWords(value: string, locale: Locale, zone: Zone): string {
  return `${formatDate(localDate(value, zone), locale, 'short')}, ${formatTime(value, zone)}`;
}

/** Lists such as signatories are told by the names in them. */
function wordList(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value
    .map((each: unknown) =>
      typeof each === 'object' && each !== null && 'name' in each
        ? String(each.name)
        : typeof each === 'string'
          ? each
          : JSON.stringify(each),
    )
    .join(', ');
}
