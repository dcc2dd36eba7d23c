import { Injectable } from '@nestjs/common';
import {
  clockMoved, deviceOutcomes, isoInstant, lessonHoursOf, mergeMarks, offlineReason, participantKey, placeMark, Refusal,
  type DeviceMarkAnswer, type DeviceMarkRequest, type DeviceRefusal, type KioskParticipant, type MergedMark, type ParcelAnswer, type SendParcelRequest,
} from '@jenjang/shared';
import { Clock, Database, mayAt, OutOfReach, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { holdDevice, loadDevice, loadPlaces, type HeldDevice, type SessionToPack } from './device.queries.js';
import { requireOwn, windowOf } from './device.service.js';
import {
  holdSessions, insertDeviceMarks, insertMarks, insertParcel, loadAnswer, loadAnswers, loadKnownMarks, loadParticipants, type KnownMark, type NewMark, type TakenMark,
} from './parcel.queries.js';
import { readPublicKey, saidBy } from './signature.js';

const mostAnswers = 200;

/** What everything in one sending is judged by. */
interface Ground {
  readonly device: HeldDevice;
  readonly sessions: ReadonlyMap<string, SessionToPack>;
  readonly known: ReadonlyMap<string, KnownMark>;
  readonly participants: ReadonlyMap<string, KioskParticipant>;
  readonly receivedAt: Date;
}

/** Takes what devices say: any part, in any order, any number of times, and loses nothing. */
@Injectable()
export class ParcelService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async receive(actor: Actor, deviceId: string, request: SendParcelRequest): Promise<ParcelAnswer> {
    return this.db.transaction(actor, async (tx) => {
      const device = requireOwn(actor, await holdDevice(tx, deviceId), deviceId);
      const earlier = await loadAnswer(tx, request.id);
      if (earlier) return { ...sameParcel(earlier, deviceId, request), serverNow: this.clock.now().getTime() };
      const ground = await this.ground(tx, actor, device, request);
      const { refusals, repeats, fresh } = sort(request.marks, ground);
      const taken = await write(tx, actor, fresh, ground);
      const answers = [...refusals, ...repeats, ...taken.map(({ said, outcome, code }) => ({ id: said.id, outcome, code, repeated: false }))];
      const answer = answerOf(request, answers, ground.receivedAt);
      await insertParcel(tx, { id: request.id, deviceId, sentAt: request.sentAt, drift: request.drift, receivedAt: ground.receivedAt, answer });
      await insertDeviceMarks(tx, { id: request.id, deviceId }, taken);
      return answer;
    });
  }

  /** What was answered to a device, newest first; for its owner and whoever may mark in a cohort it was prepared for. */
  async answers(actor: Actor, deviceId: string): Promise<ParcelAnswer[]> {
    const [device, places] = await Promise.all([loadDevice(this.db, deviceId), loadPlaces(this.db, deviceId)]);
    const reached = device?.accountId === actor.accountId || places.some((place) => mayAt(actor, 'attendance.mark', place));
    if (!device || !reached) throw new OutOfReach('attendance.mark', 'device', deviceId);
    return loadAnswers(this.db, deviceId, mostAnswers);
  }

  private async ground(tx: Transaction, actor: Actor, device: HeldDevice, { marks }: SendParcelRequest): Promise<Ground> {
    const sessions = await holdSessions(tx, device.id);
    for (const session of sessions.values()) requireAccess(actor, 'attendance.mark', session, { kind: 'session', id: session.id });
    const [known, participants] = [await loadKnownMarks(tx, marks.map(({ id }) => id)), await loadParticipants(tx, marks)];
    return { device, sessions, known, participants, receivedAt: this.clock.now() };
  }
}

/** The first answer to a sending that came again. @throws Refusal when its id stands for another one. */
function sameParcel(earlier: { readonly deviceId: string; readonly answer: ParcelAnswer }, deviceId: string, { marks }: SendParcelRequest): ParcelAnswer {
  const answered = new Set(earlier.answer.answers.map(({ id }) => id));
  if (earlier.deviceId !== deviceId || marks.some(({ id }) => !answered.has(id))) throw new Refusal('conflict.idempotency');
  return earlier.answer;
}

interface Sorted {
  readonly refusals: readonly DeviceMarkAnswer[];
  readonly repeats: readonly DeviceMarkAnswer[];
  readonly fresh: readonly DeviceMarkRequest[];
}

/** What was said for the first time, what was said before, and what cannot be taken at all. The first of two with one id counts. */
function sort(marks: readonly DeviceMarkRequest[], ground: Ground): Sorted {
  const key = readPublicKey(ground.device.publicKey);
  const [refusals, repeats, fresh]: [DeviceMarkAnswer[], DeviceMarkAnswer[], DeviceMarkRequest[]] = [[], [], []];
  for (const mark of new Map(marks.toReversed().map((one) => [one.id, one])).values()) {
    const known = ground.known.get(mark.id);
    const refusal = key && saidBy(key, ground.device.id, mark, mark.signature) ? refusalOf(mark, known, ground) : 'kiosk.badSignature';
    if (refusal !== null) refusals.push({ id: mark.id, outcome: 'refused', code: refusal, repeated: false });
    else if (known) repeats.push({ id: mark.id, outcome: known.outcome, code: known.code, repeated: true });
    else fresh.push(mark);
  }
  return { refusals, repeats, fresh };
}

function refusalOf(mark: DeviceMarkRequest, known: KnownMark | undefined, { device, sessions, participants }: Ground): DeviceRefusal | null {
  if (known) return known.deviceId === device.id ? null : 'kiosk.idTaken';
  if (!sessions.has(mark.sessionId)) return 'kiosk.sessionNotPrepared';
  if (mark.kind === 'walk_in') return mark.enrolmentId === null ? null : 'kiosk.unknownParticipant';
  return participants.has(participantKey(mark.sessionId, mark.enrolmentId)) ? null : 'kiosk.unknownParticipant';
}

/** Merges and writes. Where somebody else was quicker, what they wrote is looked at and the word is merged again. */
async function write(tx: Transaction, actor: Actor, marks: readonly DeviceMarkRequest[], ground: Ground): Promise<TakenMark[]> {
  const merged = merge(marks, ground);
  const written = await insertMarks(tx, merged.filter(isNew).map((one) => toWrite(one, ground)), actor.accountId);
  const lost = new Set(merged.filter(isNew).map(keyOf).filter((key) => !written.has(key)));
  const signatures = new Map(marks.map(({ id, signature }) => [id, signature]));
  const taken = merged.filter((one) => !lost.has(keyOf(one))).map((one) => ({
    ...one, cohortId: ground.sessions.get(one.said.sessionId)?.cohortId ?? '', signature: signatures.get(one.said.id) ?? '', attendanceMarkId: isNew(one) ? (written.get(keyOf(one)) ?? null) : null,
  }));
  if (lost.size === 0) return taken;
  const again = marks.filter((mark) => lost.has(participantKey(mark.sessionId, mark.enrolmentId)));
  return [...taken, ...(await write(tx, actor, again, { ...ground, participants: await loadParticipants(tx, again) }))];
}

function merge(marks: readonly DeviceMarkRequest[], { device, sessions, participants, receivedAt }: Ground): readonly MergedMark[] {
  const windows = new Map([...sessions].map(([id, session]) => [id, { ...windowOf(session), state: session.state }]));
  const said = marks.map(({ signature: _signature, ...mark }) => placeMark(mark));
  return mergeMarks(said, { sessions: windows, participants, preparedAt: device.preparedAt.getTime(), receivedAt: receivedAt.getTime() });
}

const isNew = ({ outcome }: MergedMark): boolean => outcome === 'new';
const keyOf = ({ said }: MergedMark): string => participantKey(said.sessionId, said.enrolmentId);

function toWrite({ said, mark, supersedes }: MergedMark, { device, sessions }: Ground): NewMark {
  const session = sessions.get(said.sessionId);
  if (!session || mark === null || said.enrolmentId === null) throw new Error('only sightings of participants are written');
  return {
    cohortId: session.cohortId, sessionId: session.id, enrolmentId: said.enrolmentId, mark, supersedes, source: 'offline',
    lessonHours: lessonHoursOf(mark, session.lessonHours), reason: offlineReason(device.name, isoInstant(said.seenAt), session.zone),
  };
}

function answerOf(request: SendParcelRequest, answers: readonly DeviceMarkAnswer[], receivedAt: Date): ParcelAnswer {
  const count = (outcome: DeviceMarkAnswer['outcome']): number => answers.filter((answer) => answer.outcome === outcome).length;
  const [fresh, equal, conflicting, correction, noted] = deviceOutcomes.map(count) as [number, number, number, number, number];
  return {
    parcelId: request.id, receivedAt: receivedAt.toISOString(), answers, counts: { new: fresh, equal, conflicting, correction, noted, refused: count('refused') },
    clockMovedMs: clockMoved(request, receivedAt.getTime()), serverNow: receivedAt.getTime(),
  };
}
