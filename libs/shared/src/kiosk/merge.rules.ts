import type { MarkSource } from '../attendance/marking.types.js';
import type { DeviceMark, DeviceQuestion, KioskParticipant, KioskSession, KioskWindow, MergedMark, MergeFacts, PlacedMark } from './kiosk.types.js';

/** Marks set by a person; a machine's never replaces them. */
const handMade: readonly MarkSource[] = ['sheet', 'paper'];
/** How far a device may seem to know the future before its clock is doubted. */
const patienceMs = 120_000;
const beforeMs = 60 * 60_000;
const afterMs = 30 * 60_000;

/** Key of a participant in a session. */
export function participantKey(sessionId: string, enrolmentId: string | null): string {
  return `${sessionId}:${enrolmentId ?? ''}`;
}

/** The window of a session that nobody opened for check-in: from an hour before it to half an hour after, nobody late. */
export function windowAround(startsAt: number, endsAt: number): KioskWindow {
  return { opensAt: startsAt - beforeMs, lateAfter: null, closesAt: endsAt + afterMs };
}

/** The text that a device signs for a word of its own: nothing in it can be changed or moved to another device. */
export function signedText(deviceId: string, { id, sessionId, kind, enrolmentId, how, deviceAt, drift, note }: DeviceMark): string {
  return JSON.stringify(['JENJANG:K1', deviceId, id, sessionId, kind, enrolmentId, how, deviceAt, drift, note]);
}

/** The word with its instant by the server's clock. */
export function placeMark(said: DeviceMark): PlacedMark {
  return { ...said, seenAt: said.deviceAt + said.drift };
}

/**
 * Decides for each word of a device what becomes of it. Whatever the order in which words of several devices arrive,
 * the mark in force is the same: the earliest sighting counts, a hand-made mark stays, and what contradicts one, comes
 * after closing or cannot be placed in time is kept for a person. In order of the instants, then of the ids.
 */
export function mergeMarks(marks: readonly PlacedMark[], facts: MergeFacts): readonly MergedMark[] {
  const participants = new Map(facts.participants);
  return marks.toSorted((a, b) => a.seenAt - b.seenAt || (a.id < b.id ? -1 : 1)).map((said) => {
    const merged = mergeOne(said, facts, participants.get(participantKey(said.sessionId, said.enrolmentId)));
    if (merged.outcome === 'new' && merged.mark !== null) {
      participants.set(participantKey(said.sessionId, said.enrolmentId), { belongs: true, current: { id: null, mark: merged.mark, source: 'offline' } });
    }
    return merged;
  });
}

function mergeOne(said: PlacedMark, facts: MergeFacts, participant: KioskParticipant | undefined): MergedMark {
  const session = facts.sessions.get(said.sessionId);
  const mark = said.kind === 'seen' && session ? markAt(session, said.seenAt) : null;
  const plain = { said, mark, code: null, supersedes: null };
  if (said.kind === 'walk_in') return { ...plain, outcome: 'noted' };
  if (said.kind === 'withdrawn') return { ...plain, outcome: 'conflicting', code: 'kiosk.withdrawn' };
  const current = participant?.current ?? null;
  const doubt = doubtAbout(said, session, facts, participant);
  if (doubt !== null) return { ...plain, outcome: 'conflicting', code: doubt };
  if (current?.mark === mark) return { ...plain, outcome: 'equal' };
  if (session?.state === 'closed') return { ...plain, outcome: 'correction', code: 'kiosk.afterClosing' };
  if (current === null) return { ...plain, outcome: 'new' };
  if (handMade.includes(current.source)) return { ...plain, outcome: 'conflicting', code: 'kiosk.handMadeDiffers' };
  // Machines that both saw the person: the earlier sighting counts.
  if (current.mark === 'present') return { ...plain, outcome: 'equal' };
  if (current.mark === 'late') return { ...plain, outcome: 'new', supersedes: current.id };
  return { ...plain, outcome: 'conflicting', code: 'kiosk.markDiffers' };
}

/** Why a sighting cannot be taken for what it says, whoever else saw the person. */
function doubtAbout(said: PlacedMark, session: KioskSession | undefined, facts: MergeFacts, participant: KioskParticipant | undefined): DeviceQuestion | null {
  if (session === undefined || session.state === 'cancelled') return 'kiosk.sessionCancelled';
  if (participant?.belongs !== true) return 'kiosk.notParticipant';
  if (said.seenAt > facts.receivedAt + patienceMs || said.seenAt < facts.preparedAt - patienceMs) return 'kiosk.clockImplausible';
  return said.seenAt < session.opensAt || said.seenAt > session.closesAt ? 'kiosk.outsideWindow' : null;
}

function markAt({ lateAfter }: KioskWindow, seenAt: number): 'present' | 'late' {
  return lateAfter !== null && seenAt > lateAfter ? 'late' : 'present';
}
