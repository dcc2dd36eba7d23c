import type { QuotaBand, QuotaCell } from '../admission/admission.types.js';
import { chooseCell, isReserve } from '../admission/quota.rules.js';
import { addDays, instantAt, localDate } from '../platform/dates.rules.js';
import type { Instant } from '../platform/locale.types.js';
import type { NominationWindow, NomineeRecord, NomineeWarning, QuotaSummary, WindowCode, WindowTerms } from './nomination.types.js';

/** Whether a cohort takes nominations at an instant: from midnight of the first day to midnight after the last, in its zone. */
export function nominationWindow(terms: WindowTerms, now: Instant): NominationWindow {
  const { closesOn, zone } = terms;
  const code = closedBecause(terms, localDate(now, zone));
  return { open: code === null, code, closesAt: closesOn === null ? null : instantAt(addDays(closesOn, 1), '00:00', zone) };
}

function closedBecause({ state, route, opensOn, closesOn }: WindowTerms, today: string): WindowCode | null {
  if (state !== 'enrolling') return 'nomination.notEnrolling';
  if (route === 'self') return 'nomination.applyOnly';
  if (opensOn !== null && today < opensOn) return 'nomination.notYet';
  return closesOn !== null && today > closesOn ? 'nomination.over' : null;
}

/** Whether people may apply to a cohort by themselves at an instant; the window of nominations, for the route `self`. */
export function applicationWindow(terms: WindowTerms, now: Instant): NominationWindow {
  const elsewise = nominationWindow({ ...terms, route: 'one_step' }, now);
  return terms.route === 'self' ? elsewise : { ...elsewise, open: false, code: 'nomination.applyOnly' };
}

/** What speaks against sending somebody to a cohort of these dates, what forbids it first. */
export function warningsOf(record: NomineeRecord, cohort: { readonly startsOn: string; readonly endsOn: string }): readonly NomineeWarning[] {
  const meets = (dated: { readonly startsOn: string; readonly endsOn: string }): boolean => dated.startsOn <= cohort.endsOn && cohort.startsOn <= dated.endsOn;
  return [
    ...(record.standing === null || mayComeBack(record.standing) ? [] : [{ code: 'already' as const, state: record.standing }]),
    ...record.shortfalls.map(({ shortfall, names }) => ({ code: 'notEligible' as const, shortfall, names })),
    ...record.leaves.filter(meets).map(({ kind, startsOn, endsOn }) => ({ code: 'leave' as const, kind, startsOn, endsOn })),
    ...(record.dutyStatus === null || record.dutyStatus === 'active' ? [] : [{ code: 'duty' as const, status: record.dutyStatus }]),
    ...record.others.filter(meets).map(({ name, startsOn, endsOn }) => ({ code: 'otherCohort' as const, name, startsOn, endsOn })),
  ];
}

function mayComeBack(standing: NonNullable<NomineeRecord['standing']>): boolean {
  return standing === 'rejected' || standing === 'withdrawn';
}

/** Whether somebody with these warnings may be sent at all. */
export function isPickable(warnings: readonly NomineeWarning[]): boolean {
  return !warnings.some(({ code }) => code === 'already' || code === 'notEligible');
}

/** The seats that one's own units may draw from. `free` are the seats left in the cohort. */
export function summariseQuota(cells: readonly QuotaCell[], cohort: { readonly capacity: number; readonly free: number; readonly hasMatrix: boolean }): QuotaSummary {
  const { capacity, free, hasMatrix } = cohort;
  if (!hasMatrix) return { own: false, seats: capacity, taken: capacity - free, left: free, shared: 0 };
  const named = cells.filter(({ unitId }) => unitId !== null);
  const common = cells.filter(({ unitId }) => unitId === null);
  const counted = named.length > 0 ? named : common;
  const left = Math.min(leftIn(counted), free);
  const shared = named.length > 0 ? Math.min(leftIn(common), free - left) : 0;
  return { own: named.length > 0, seats: sumOf(counted, 'seats'), taken: sumOf(counted, 'taken'), left, shared };
}

function leftIn(cells: readonly QuotaCell[]): number {
  return sumOf(cells, 'seats') - sumOf(cells, 'taken');
}

function sumOf(cells: readonly QuotaCell[], what: 'seats' | 'taken'): number {
  return cells.reduce((sum, cell) => sum + cell[what], 0);
}

/** Somebody picked, as quota looks at them. */
export interface PickedNominee {
  readonly personId: string;
  readonly unitPath: string;
  readonly band: QuotaBand;
}

/** Where a pick would sit: in a cell of the own units, in a seat open to others too, or in none: on the reserve list. */
export type PickPlace = 'quota' | 'shared' | 'reserve';

/** Places of picks in their order, while seats last: what the order of a letter means. */
export function placePicks(picks: readonly PickedNominee[], cohort: { readonly cells: readonly QuotaCell[]; readonly free: number; readonly hasMatrix: boolean }): readonly PickPlace[] {
  const cells = cohort.cells.map((cell) => ({ ...cell }));
  let { free } = cohort;
  return picks.map((pick) => {
    if (free < 1) return 'reserve';
    if (!cohort.hasMatrix) {
      free -= 1;
      return 'quota';
    }
    const cell = chooseCell(cells, pick);
    if (cell === null) return 'reserve';
    free -= 1;
    cells[cells.findIndex(({ id }) => id === cell.id)] = { ...cell, taken: cell.taken + 1 };
    return isReserve(cell) ? 'shared' : 'quota';
  });
}

/** The letter that comes with a nomination. */
export interface LetterDraft {
  readonly letterNumber: string;
  readonly letterOn: string | null;
  readonly letterFileId: string | null;
}

/** Which parts of the letter a route asks for: all where somebody decides by it, none where a seat is given at once. */
export function letterIsNeeded(route: WindowTerms['route']): boolean {
  return route === 'one_step' || route === 'two_steps';
}

/** What is wrong with the letter, field by field. `today` is an ISO date of the cohort's zone. */
export function letterProblems(letter: LetterDraft, route: WindowTerms['route'], today: string): readonly { readonly path: keyof LetterDraft; readonly code: string }[] {
  const missing = letterIsNeeded(route) ? (['letterNumber', 'letterOn', 'letterFileId'] as const).filter((path) => (letter[path] ?? '') === '') : [];
  return [
    ...missing.map((path) => ({ path, code: `nomination.${path}Missing` })),
    ...(letter.letterOn !== null && letter.letterOn > today ? [{ path: 'letterOn' as const, code: 'nomination.letterAhead' }] : []),
  ];
}

/** The lowest unit that all paths lie below or are; empty when they share none. */
export function commonUnitPath(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  const parts = first.split('/').filter((id) => id !== '');
  const prefixes = parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}/`);
  return prefixes.findLast((prefix) => others.every((path) => path.startsWith(prefix))) ?? '';
}
