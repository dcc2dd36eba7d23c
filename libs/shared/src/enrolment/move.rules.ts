import { cellsFor, chooseCell } from '../admission/quota.rules.js';
import { mayEditCohort, takesParticipants } from '../cohort/operation.rules.js';
import { leavesCohort, mayMoveEnrolment, takesSeat } from './enrolment.rules.js';
import type { EnrolmentState } from './enrolment.types.js';
import { give, shortageOf, take, type SeatLedger } from './seat.rules.js';
import type { AskedMove, MoveCode, MoveFacts, MoveOutcome, MovingParticipant } from './move.types.js';

/** What was decided about somebody so far in this call. */
interface Standing extends Omit<MovingParticipant, 'state'> {
  readonly state: EnrolmentState | 'new';
}

interface Ledger extends SeatLedger {
  readonly standings: Map<string, Standing>;
  readonly seen: Set<string>;
}

/** Why a move cannot be, with facts for the sentence. */
interface Bar {
  readonly code: MoveCode;
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * What becomes of each move, one after the other, so that seats of cohort, class, cell and ceilings run out in the order
 * asked. In mode `all` one refusal refuses them all.
 */
export function decideMoves(facts: MoveFacts, moves: readonly AskedMove[], mode: 'each' | 'all' = 'each'): readonly MoveOutcome[] {
  const ledger = open(facts);
  const outcomes = moves.map((move) => decide(facts, ledger, move));
  const refused = outcomes.filter(({ outcome }) => outcome === 'refused').length;
  if (mode === 'each' || refused === 0) return outcomes;
  return outcomes.map((outcome) => (outcome.outcome === 'refused' ? outcome : { ...outcome, outcome: 'refused', code: 'enrolment.others', facts: { refused } }));
}

function open({ seats, participants }: MoveFacts): Ledger {
  return {
    cohort: seats.cohort, classes: { ...seats.classes }, cells: seats.cells.map((cell) => ({ ...cell })), ceilings: seats.ceilings.map((ceiling) => ({ ...ceiling })),
    standings: new Map(Object.entries(participants)), seen: new Set(),
  };
}

function decide({ state }: MoveFacts, ledger: Ledger, move: AskedMove): MoveOutcome {
  const who = ledger.standings.get(move.enrolmentId);
  if (!who) return refusedAs(move, null, { code: 'enrolment.unknown', facts: {} });
  const repeated = ledger.seen.has(move.enrolmentId);
  ledger.seen.add(move.enrolmentId);
  const placed = holdsSeat(who) ? who : { ...who, classId: move.classId ?? who.classId };
  const bar = repeated ? { code: 'enrolment.repeated' as const, facts: {} } : barOf(state, ledger, placed, move);
  if (bar) return refusedAs(move, who, bar);
  return takesSeat(move.to) && !holdsSeat(who) ? seat(ledger, placed, move) : settle(ledger, who, placed, move);
}

/** Everything that speaks against a move but the number of seats. */
function barOf(cohort: MoveFacts['state'], ledger: Ledger, who: Standing, move: AskedMove): Bar | null {
  const { to } = move;
  if (!mayGo(who.state, move)) return { code: 'enrolment.noSuchMove', facts: { from: who.state, to } };
  if (!mayEditCohort(cohort)) return { code: 'cohort.over', facts: { state: cohort } };
  if (leavesCohort(to)) return leavingBar(who, move);
  if (takesSeat(to) && !takesParticipants(cohort)) return { code: 'enrolment.closed', facts: { state: cohort } };
  if (who.shortfalls.length > 0 && who.state !== 'offered') return { code: 'enrolment.notEligible', facts: { shortfalls: who.shortfalls } };
  if (who.classId !== null && ledger.classes[who.classId] === undefined) return { code: 'enrolment.classUnknown', facts: { classId: who.classId } };
  return move.replaces && !isReplaceable(ledger, move.replaces) ? { code: 'enrolment.replacesUnknown', facts: { replaces: move.replaces } } : null;
}

function leavingBar(who: Standing, { code, reason }: AskedMove): Bar | null {
  const wordless = (reason ?? '').trim().length < 3;
  if (wordless && (!code || code === 'other')) return { code: 'enrolment.reasonMissing', facts: {} };
  return who.certified ? { code: 'enrolment.certified', facts: {} } : null;
}

function mayGo(from: Standing['state'], { to, again }: AskedMove): boolean {
  if (from === 'new') return to !== 'offered';
  return mayMoveEnrolment(from, to) || viaOf(from, to, again) !== null;
}

function viaOf(from: Standing['state'], to: EnrolmentState, again = false): 'nominated' | null {
  const comesBack = again && from !== 'new' && !mayMoveEnrolment(from, to) && mayMoveEnrolment(from, 'nominated') && mayMoveEnrolment('nominated', to);
  return comesBack ? 'nominated' : null;
}

function isReplaceable({ standings }: Ledger, enrolmentId: string): boolean {
  const replaced = standings.get(enrolmentId);
  return replaced?.state === 'withdrawn' && !replaced.replaced;
}

/** Gives a seat while there is one; else the move is refused, or waits when that was asked for. */
function seat(ledger: Ledger, who: Standing, move: AskedMove): MoveOutcome {
  const cell = cellOf(ledger, who, move);
  const short = shortageOf(ledger, who, cell, cellsFor(ledger.cells, who, reserveOf(move)));
  if (!short) return settle(ledger, null, { ...who, quotaId: cell?.id ?? null }, move);
  const waits = move.whenFull === 'waitlisted' && mayGo(who.state, { ...move, to: 'waitlisted' });
  return waits ? settle(ledger, null, who, { ...move, to: 'waitlisted' }) : refusedAs(move, who, short);
}

/** The cell of the one who is replaced, when it covers the unit; else as anybody's. */
function cellOf(ledger: Ledger, who: Standing, move: AskedMove): Ledger['cells'][number] | null {
  const before = move.replaces && move.useReserve !== true ? ledger.standings.get(move.replaces)?.quotaId : null;
  const kept = ledger.cells.find(({ id, unitPath, seats, taken }) => id === before && taken < seats && (unitPath === null || who.unitPath.startsWith(unitPath)));
  return kept ?? chooseCell(ledger.cells, who, reserveOf(move));
}

function reserveOf({ useReserve }: AskedMove): 'last' | 'only' | 'never' {
  if (useReserve === undefined) return 'last';
  return useReserve ? 'only' : 'never';
}

/** Writes a move into the ledger: the seat held before is given back, the one held after is taken. */
function settle(ledger: Ledger, before: Standing | null, who: Standing, move: AskedMove): MoveOutcome {
  if (before && holdsSeat(before)) give(ledger, before);
  const seated = takesSeat(move.to);
  if (seated) take(ledger, who);
  const replaced = move.replaces ? ledger.standings.get(move.replaces) : undefined;
  if (move.replaces && replaced) ledger.standings.set(move.replaces, { ...replaced, replaced: true });
  ledger.standings.set(move.enrolmentId, { ...who, state: move.to });
  return {
    enrolmentId: move.enrolmentId, outcome: 'moved', from: who.state, to: move.to, via: viaOf(who.state, move.to, move.again),
    classId: who.classId, quotaId: seated ? who.quotaId : null, code: null, facts: {},
  };
}

function refusedAs({ enrolmentId, to }: AskedMove, who: Standing | null, { code, facts }: Bar): MoveOutcome {
  return { enrolmentId, outcome: 'refused', from: who?.state ?? null, to, via: null, classId: who?.classId ?? null, quotaId: null, code, facts };
}

function holdsSeat({ state }: Standing): boolean {
  return state !== 'new' && takesSeat(state);
}
