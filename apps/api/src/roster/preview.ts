import { judgePeople, judgeUnits, splitTitles, summarise, type PersonRecord, type RosterRow, type RowVerdict, type UnitRecord } from '@jenjang/shared';
import type { Transaction } from '../platform/index.js';
import { toRosterRow } from './roster.reading.js';
import { loadRows, saveVerdicts, updateRun, type RunRecord } from './roster.queries.js';
import { loadKnownCohort, loadKnownPeople, loadKnownUnits, loadRegionCodes, type PeopleKeys } from './world.queries.js';

const verdictsAtOnce = 2000;

export type Verdict = RowVerdict<PersonRecord> | RowVerdict<UnitRecord>;

/** Tells how many of the rows are judged. */
export type Progress = (done: number, total: number) => Promise<void>;

/**
 * Judges every row against what is on record now, and keeps the verdicts. Nothing else is written.
 * @returns the verdicts, and how many differ from those that were kept before.
 */
export async function preview(tx: Transaction, run: RunRecord, today: string, progress?: Progress): Promise<{ verdicts: readonly Verdict[]; changed: number }> {
  const rows = (await loadRows(tx, run.id)).map((row) => toRosterRow(row, run.columns));
  const verdicts = await judge(tx, run, rows, today);
  let changed = 0;
  for (let from = 0; from < verdicts.length; from += verdictsAtOnce) {
    changed += await saveVerdicts(tx, run.id, verdicts.slice(from, from + verdictsAtOnce).map(stored));
    await progress?.(Math.min(from + verdictsAtOnce, verdicts.length), verdicts.length);
  }
  await updateRun(tx, run.id, { ...run, state: 'previewed', counts: summarise(verdicts) });
  return { verdicts, changed };
}

async function judge(tx: Transaction, run: RunRecord, rows: readonly RosterRow[], today: string): Promise<readonly Verdict[]> {
  const units = await loadKnownUnits(tx, run.agencyId, today);
  if (run.kind === 'units') return judgeUnits(rows, { today, units, regionCodes: await loadRegionCodes(tx, rows.flatMap(({ cells }) => cells.regionCode ?? [])) });
  const people = await loadKnownPeople(tx, run.agencyId, run.cohortId, keysOf(rows));
  return judgePeople(rows, { today, units, people, cohort: run.cohortId === null ? null : await loadKnownCohort(tx, run.cohortId) });
}

function keysOf(rows: readonly RosterRow[]): PeopleKeys {
  const texts = (field: 'nip' | 'email' | 'fullName'): string[] => rows.flatMap(({ cells }) => (cells[field]?.trim() ? [cells[field].trim().slice(0, 300)] : []));
  return {
    nips: texts('nip').map((text) => text.replace(/\D/g, '')).filter((digits) => digits.length === 18), emails: texts('email').map((text) => text.toLowerCase()), names: texts('fullName').map((text) => splitTitles(text).fullName),
  };
}

/** What is kept of a verdict. The record carries what the preview shows beside it. */
export function stored({ rowNumber, outcome, problems, record, changes, toVerify, targetId }: Verdict): object {
  return { rowNumber, outcome, problems, targetId, record: record && { ...record, changes, toVerify } };
}
