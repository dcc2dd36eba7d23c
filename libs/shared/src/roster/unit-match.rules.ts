import type { KnownUnit } from './record.types.js';
import type { RosterField, RowProblem } from './roster.types.js';
import { fold, nearest, squeeze } from '../vocabulary/text.rules.js';

/** Units by everything they are called. Built once for a file. */
export interface UnitIndex {
  readonly units: readonly KnownUnit[];
  readonly byWord: ReadonlyMap<string, readonly KnownUnit[]>;
}

export type UnitMatch = { readonly unit: KnownUnit | null; readonly problem: null } | { readonly unit: null; readonly problem: RowProblem };

export function indexUnits(units: readonly KnownUnit[]): UnitIndex {
  const byWord = new Map<string, KnownUnit[]>();
  for (const unit of units) {
    const words = new Set([unit.name, unit.shortName ?? '', unit.code].map(squeeze).filter(Boolean));
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), unit]);
  }
  return { units, byWord };
}

/**
 * The unit that a row means: its OPD, and the unit within it when one is written. Names, short names and codes are
 * understood, whatever their case and punctuation. Nothing written means no unit.
 */
export function matchUnit(index: UnitIndex, opdText: string | null, unitText: string | null): UnitMatch {
  if (opdText === null && unitText === null) return { unit: null, problem: null };
  const opd = opdText === null ? null : findIn(index, opdText, null, 'opd');
  if (opd?.problem || unitText === null) return opd ?? { unit: null, problem: null };
  const inside = findIn(index, unitText, opd?.unit ?? null, 'unit');
  return inside;
}

function findIn(index: UnitIndex, text: string, within: KnownUnit | null, field: RosterField): UnitMatch {
  const named = namesIn(text).flatMap((name) => index.byWord.get(squeeze(name)) ?? []);
  const found = [...new Set(named)].filter((unit) => within === null || unit.path.startsWith(within.path));
  // Of equal names the one nearest to the root is meant: an OPD, not a bidang that carries its name.
  const shallowest = Math.min(...found.map(depthOf));
  const best = found.filter((unit) => depthOf(unit) === shallowest);
  const [only] = best;
  if (only && best.length === 1) return { unit: only, problem: null };
  if (only) return { unit: null, problem: { field, code: 'roster.unitAmbiguous', value: text, limit: best.length } };
  return { unit: null, problem: unknownUnit(index, text, within, field) };
}

/** A cell may hold a path such as `Dinas Kesehatan - Bidang Pelayanan`; the whole comes first, its last part after. */
function namesIn(text: string): readonly string[] {
  const last = text.split(/\s*(?:>|\/|\s[-–]\s)\s*/).filter(Boolean).at(-1) ?? text;
  return last === text ? [text] : [text, last];
}

function unknownUnit(index: UnitIndex, text: string, within: KnownUnit | null, field: RosterField): RowProblem {
  const candidates = index.units.filter((unit) => within === null || unit.path.startsWith(within.path)).flatMap(({ name, shortName }) => (shortName ? [name, shortName] : [name]));
  const close = nearest(fold(text), candidates);
  return { field, code: 'roster.unitUnknown', value: text, ...(close ? { suggestion: { value: close, why: 'nearest' as const } } : {}) };
}

function depthOf(unit: KnownUnit): number {
  return unit.path.split('/').length;
}
