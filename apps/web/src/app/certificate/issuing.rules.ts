import {
  type CertificateDesign,
  type IssuanceRefusal,
  type IssuanceRow,
  type NumberFacts,
  parseNumberTemplate,
  printNumber,
} from '@jenjang/shared/certificate';

/** Where a participant stands on the way to a certificate. */
export const issuingGroups = ['ready', 'issued', 'again', 'blocked', 'void'] as const;
export type IssuingGroup = (typeof issuingGroups)[number];

/**
 * `again`: the certificate was revoked or replaced and another may be issued, but nobody gets one unasked for.
 * `void`: it was, and none can be issued now.
 */
export function groupOf({ certificate, reasons }: IssuanceRow): IssuingGroup {
  const isHeld = certificate?.state === 'active' || certificate?.state === 'suspended';
  if (isHeld) return 'issued';
  if (certificate === null) return reasons.length === 0 ? 'ready' : 'blocked';
  return reasons.length === 0 ? 'again' : 'void';
}

/** Why none can be issued, without what the held certificate already says. */
export function openReasons(row: IssuanceRow): readonly IssuanceRefusal[] {
  return groupOf(row) === 'issued' ? [] : row.reasons;
}

/** How many stand in each group. */
export function countGroups(rows: readonly IssuanceRow[]): Readonly<Record<IssuingGroup, number>> {
  const counts = { ready: 0, issued: 0, again: 0, blocked: 0, void: 0 };
  for (const row of rows) counts[groupOf(row)] += 1;
  return counts;
}

/** Who gets a certificate: those selected who may have one; without a selection, everyone who never had one. */
export function chosenOf(
  rows: readonly IssuanceRow[],
  selected: ReadonlySet<string>,
): readonly IssuanceRow[] {
  return rows.filter((row) => {
    const group = groupOf(row);
    if (selected.size === 0) return group === 'ready';
    return (group === 'ready' || group === 'again') && selected.has(row.enrolmentId);
  });
}

/** Which of the candidates a reader wants to see, and in which order. */
export interface Wish {
  readonly q: string;
  /** One of the groups, or empty for all. */
  readonly group: string;
  /** `name` or `number`, a leading minus for descending; empty for the order of the server. */
  readonly sort: string;
  readonly page: number;
  readonly size: number;
}

function holds({ holderName, nip, certificate }: IssuanceRow, words: string): boolean {
  const digits = words.replace(/\s/g, '');
  return (
    holderName.toLowerCase().includes(words) ||
    (digits !== '' && (nip ?? '').includes(digits)) ||
    (certificate?.number.toLowerCase().includes(words) ?? false)
  );
}

const sortTexts: Readonly<Record<string, (row: IssuanceRow) => string>> = {
  name: ({ holderName }) => holderName,
  number: ({ certificate }) => certificate?.number ?? '',
};

function sorted(rows: readonly IssuanceRow[], sort: string): readonly IssuanceRow[] {
  const text = sortTexts[sort.replace(/^-/, '')];
  if (text === undefined) return rows;
  const direction = sort.startsWith('-') ? -1 : 1;
  return [...rows].sort((a, b) => direction * text(a).localeCompare(text(b), 'id'));
}

/** The page of candidates that the wish describes, and how many match in all. */
export function candidatesFor(
  rows: readonly IssuanceRow[],
  { q, group, sort, page, size }: Wish,
): { readonly rows: readonly IssuanceRow[]; readonly total: number } {
  const words = q.trim().toLowerCase();
  const matching = rows.filter(
    (row) => (group === '' || groupOf(row) === group) && (words === '' || holds(row, words)),
  );
  return { rows: sorted(matching, sort).slice((page - 1) * size, page * size), total: matching.length };
}

/**
 * The numbers that will be given, with dots where the next one of the counter stands: it is allocated only when the
 * certificate is issued, so that none is lost.
 */
export function numberScheme(
  design: CertificateDesign,
  facts: Omit<NumberFacts, 'sequence' | 'cohortSequence'>,
): string {
  const { parts } = parseNumberTemplate(design.numberTemplate, design.counterScope);
  return parts
    .map((part) => {
      if (part.token === 'seq' || part.token === 'cohort_seq' || part.token === 'class_code') return '…';
      return printNumber(part.text, { ...facts, sequence: 0, cohortSequence: 0 });
    })
    .join('');
}
