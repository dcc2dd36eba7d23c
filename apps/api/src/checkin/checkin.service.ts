import { hash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  decideCheckIn, distanceM, isHandMade, isoInstant, placeFlags, Refusal, sourceOf,
  type CheckInAnswer, type CheckInDecision, type CheckInKind, type CheckInWay, type CodeFinding, type Position,
} from '@jenjang/shared';
import { Clock, Database } from '../platform/index.js';
import { flagSharedDevices, loadSubjects, storeCheckIns, type Connection, type NewCheckIn, type Subject, type SubjectRecord } from './checkin.queries.js';
import { Gathering } from './gathering.js';
import type { KnownSession } from './opening.queries.js';

/** Somebody who wants to be seen, with everything that was found out about it beforehand. */
export interface Arrival extends Subject {
  readonly known: KnownSession;
  readonly way: CheckInWay;
  readonly code: CodeFinding;
  readonly position: Position | null;
  /** The name that the device keeps; null where a device says nothing about the person. */
  readonly device: string | null;
  readonly recordedBy: string | null;
}

interface Judged {
  readonly arrival: Arrival;
  readonly record: SubjectRecord;
  readonly decision: CheckInDecision;
  /** Null unless recorded. */
  readonly row: NewCheckIn | null;
}

/** How often a round is looked at again when somebody else was quicker. */
const ATTEMPTS = 3;

/** Check-ins: many at once in one commit, each answered after it. */
@Injectable()
export class CheckInService {
  private readonly rounds = new Gathering<Arrival, CheckInAnswer | Refusal>((arrivals) => this.round(arrivals), { lanes: 2, most: 250 });

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal that says why not. */
  async record(arrival: Arrival): Promise<CheckInAnswer> {
    const answer = await this.rounds.add(arrival);
    if (answer instanceof Refusal) throw answer;
    return answer;
  }

  private async round(arrivals: readonly Arrival[]): Promise<readonly (CheckInAnswer | Refusal)[]> {
    const connection = await this.db.pool.connect();
    try {
      return await this.settle(connection, arrivals, ATTEMPTS);
    } finally {
      connection.release();
    }
  }

  private async settle(db: Connection, arrivals: readonly Arrival[], attempts: number): Promise<readonly (CheckInAnswer | Refusal)[]> {
    const now = this.clock.now().getTime();
    const records = await loadSubjects(db, arrivals);
    const judged = arrivals.map((arrival, n) => judge(arrival, records.get(n), now));
    const stored = await storeCheckIns(db, judged.flatMap(({ row }) => row ?? []));
    const shared = await flagSharedDevices(db, judged.flatMap(({ row }) => (row?.deviceHash && stored.has(row.id) ? row.id : [])));
    // Whoever was quicker is stored by now: those are judged again by what is known then.
    const lost = judged.flatMap(({ row }, n) => (row && stored.get(row.id) !== true ? n : []));
    const again = lost.length > 0 && attempts > 1 ? await this.settle(db, lost.map((n) => arrivals[n]).filter((arrival) => arrival !== undefined), attempts - 1) : [];
    const later = new Map(lost.map((n, place) => [n, again[place]]));
    return judged.map((one, n) => {
      const isStored = one.row !== null && stored.has(one.row.id);
      const answer = later.get(n) ?? answerOf(one, one.row !== null && shared.has(one.row.id));
      if (one.row && !isStored && later.get(n) === undefined) throw new Error(`check-in ${one.row.id} was never stored`);
      return isStored && !(answer instanceof Refusal) ? { ...answer, outcome: 'recorded' } : answer;
    });
  }
}

function judge(arrival: Arrival, found: SubjectRecord | undefined, now: number): Judged {
  const { known, way, code } = arrival;
  if (!found) throw new Error(`session ${arrival.sessionId} is gone`);
  const facts = { now, session: { ...known.session, state: found.sessionState }, opening: known.opening, way, code, record: found };
  const decision: CheckInDecision = found.repeats ? { outcome: 'already', kind: found.repeats } : decideCheckIn(facts);
  return { arrival, record: found, decision, row: decision.outcome === 'recorded' ? rowOf(arrival, found, decision, now) : null };
}

function rowOf(arrival: Arrival, { enrolmentId }: SubjectRecord, { kind, seenAt, mark }: Extract<CheckInDecision, { outcome: 'recorded' }>, now: number): NewCheckIn {
  const { known, way, code, position, clientId, recordedBy, sessionId } = arrival;
  const circle = way === 'card' || way === 'kiosk' ? null : (known.opening?.circle ?? null);
  const later = code.is === 'kept' ? [{ kind: 'sent_later', facts: { seconds: Math.round((now - seenAt) / 1000) } } as const] : [];
  return {
    id: randomUUID(), cohortId: known.cohortId, sessionId, enrolmentId: enrolmentId ?? '', kind, way, at: now, seenAt, deviceHash: hashOf(arrival.device),
    position: circle && position, distance: circle && position ? distanceM(circle, position) : null, clientId, recordedBy, source: sourceOf(way), mark,
    flags: [...placeFlags(circle, position), ...later],
  };
}

function hashOf(device: string | null): string | null {
  return device === null ? null : hash('sha256', device);
}

function answerOf({ arrival, record, decision, row }: Judged, isShared: boolean): CheckInAnswer | Refusal {
  if (decision.outcome === 'refused') return new Refusal(decision.code, decision.code === 'checkIn.notParticipant' && arrival.way === 'card' ? { name: record.name } : decision.details);
  const { kind, outcome } = decision;
  const earlier = record.stored[kind];
  const mark = row?.mark ?? record.current;
  return {
    id: row?.id ?? earlier?.id ?? '', sessionId: arrival.sessionId, title: arrival.known.title, zone: arrival.known.session.zone, kind, outcome, name: record.name, unitName: record.unitName,
    at: isoInstant(atOf(kind, row, record)), mark: mark?.mark ?? null, lessonHours: mark?.lessonHours ?? 0, byHand: !row?.mark && record.current !== null && isHandMade(record.current.source),
    flags: row ? [...row.flags, ...(isShared ? [{ kind: 'shared_device', facts: {} } as const] : [])] : (earlier?.flags ?? []),
  };
}

/** The first time that counts: what was stored before, or this one. */
function atOf(kind: CheckInKind, row: NewCheckIn | null, { inAt, outAt }: SubjectRecord): number {
  return row?.seenAt ?? (kind === 'in' ? inAt : outAt) ?? 0;
}
