import type { HistoryEntry } from '@jenjang/shared/audit';
import {
  type Locale,
  type Zone,
  formatDate,
  formatNumber,
  formatTime,
  localDate,
} from '@jenjang/shared/platform';
import { codeWord } from './code-words.rules';
import type { HistoryWords, WordedChange } from './history.types';

/** Fields that tell a reader nothing: keys of the machine, counters, and what the other fields say already. */
const hidden =
  /^(id|version|created_at|path|nip_warnings|inputs|results|criteria|snapshot|number_scope|number_sequence|seats_taken|seats_offered|state_at|state_details|(\w+_)?sha256|supersedes|recorded_by|marked_by|decided_by|issued_by|granted_by|created_by|(issued|recorded|marked|decided)_at)$/;

/** Acts that have a verb of their own, by subject and act: key of `audit.deed`. */
const deeds: Readonly<Record<string, string>> = {
  'certificate.created': 'issued',
  'attendance_mark.created': 'marked',
  'graduation_decision.created': 'decided',
  'score.created': 'scored',
  'enrolment.created': 'enrolled',
};

/** Key under `audit.deed` of the verb for what was done, or null when making, changing or removing says it. */
export function deedOf(entry: HistoryEntry): string | null {
  const kind = entry.after?.['kind'];
  if (entry.subjectKind === 'certificate_event' && typeof kind === 'string') return kind;
  return deeds[`${entry.subjectKind}.${entry.action}`] ?? null;
}

/** Name of what an entry is about, when the entry says it: title, name, number. */
export function nameOf({ before, after }: HistoryEntry): string | null {
  const facts = { ...before, ...after };
  const name =
    facts['title'] ?? facts['name'] ?? facts['full_name'] ?? facts['number'] ?? facts['position_name'];
  return typeof name === 'string' && name !== '' ? name : null;
}

/** The fields that an act changed, worded. A new record lists what it began with. */
export function wordChanges(entry: HistoryEntry, words: HistoryWords): readonly WordedChange[] {
  const { before, after, subjectKind: subject } = entry;
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
  subject: HistoryEntry['subjectKind'],
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
  subject: HistoryEntry['subjectKind'],
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
