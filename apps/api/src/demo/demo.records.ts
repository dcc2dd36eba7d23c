import { addDays, daysBetween, instantAt, instantMs, isoInstant, lessonHoursOf, localDate, type AttendanceMark, type ScoreComponent } from '@jenjang/shared';
import { chanceOf, idOf, insertRows, itemAt, type Chance } from '../demo-people/index.js';
import type { Transaction } from '../platform/index.js';
import { accountId } from './demo.accounts.js';
import type { WrittenCohort, WrittenSession } from './demo.cohorts.js';

type Participant = WrittenCohort['participants'][number];

const minute = 60_000;

/** Writes what is known of the participants up to the instant: marks, scores and what they read. */
export async function writeRecords(tx: Transaction, cohort: WrittenCohort, now: Date): Promise<void> {
  const taking = cohort.participants.filter(({ state }) => state === 'accepted');
  await insertRows(tx, 'attendance_mark', {
    id: 'uuid', cohortId: 'uuid', sessionId: 'uuid', enrolmentId: 'uuid', mark: 'text', lessonHours: 'numeric', reason: 'text', markedBy: 'uuid', markedAt: 'timestamptz', supersedes: 'uuid',
  }, taking.flatMap((participant, index) => marksOf(cohort, participant, index)).map((row) => ({ ...row, markedAt: earlier(row.markedAt, now) })));
  await insertRows(tx, 'score', { id: 'uuid', enrolmentId: 'uuid', component: 'text', value: 'numeric', reason: 'text', recordedBy: 'uuid', recordedAt: 'timestamptz', supersedes: 'uuid' },
    cohort.story.decidedAt === null ? [] : taking.flatMap((participant) => scoresOf(cohort, participant, cohort.story.decidedAt ?? '')));
  await insertRows(tx, 'activity_progress', { id: 'uuid', enrolmentId: 'uuid', activityId: 'uuid', resumeAt: 'jsonb', openedAt: 'timestamptz', completedAt: 'timestamptz' },
    taking.flatMap((participant) => progressOf(cohort, participant, now)));
}

/** Nothing is marked in the future, however short a session has been going on. */
function earlier(instant: string, now: Date): string {
  return isoInstant(Math.min(instantMs(instant), now.getTime()));
}

interface MarkRow {
  readonly id: string;
  readonly cohortId: string;
  readonly sessionId: string;
  readonly enrolmentId: string;
  readonly mark: AttendanceMark;
  readonly lessonHours: number;
  readonly reason: string | null;
  readonly markedBy: string;
  readonly markedAt: string;
  readonly supersedes: string | null;
}

/** Where a session goes on, two of three are marked so far. */
function marksOf(cohort: WrittenCohort, participant: Participant, index: number): MarkRow[] {
  const own = cohort.sessions.filter(({ classCode }) => classCode === null || classCode === participant.classCode);
  const marked = own.filter(({ marks }) => marks === 'all' || (marks === 'some' && index % 3 > 0));
  const chance = chanceOf(`marks ${participant.enrolmentId}`);
  const days = attendance(cohort, participant, own, chance);
  return marked.flatMap((session) => markRows(cohort, participant, session, days.get(session.id) ?? 'present', chance.happens(0.015)));
}

/** How each session went for a participant, so that the diligent stay within what the criteria let them miss. */
function attendance({ taught }: WrittenCohort, { diligence }: Participant, sessions: readonly WrittenSession[], chance: Chance): Map<string, AttendanceMark> {
  const { minAttendancePercent, excusedLeavesDenominator } = taught.criteria;
  const planned = sessions.reduce((sum, { lessonHours }) => sum + lessonHours, 0);
  let mayMiss = planned * (100 - (minAttendancePercent ?? 90)) / 100;
  const entries = sessions.map(({ id, lessonHours }, index): [string, AttendanceMark] => {
    if (diligence === 'often_absent' && index > 0 && mayMiss >= 0) {
      mayMiss -= lessonHours;
      return [id, index % 3 === 0 && !excusedLeavesDenominator ? 'sick' : 'absent'];
    }
    if (chance.happens(0.04) && excusedLeavesDenominator) return [id, chance.pick(['permitted', 'sick', 'on_duty'])];
    if (chance.happens(0.04) && diligence !== 'often_absent' && lessonHours <= mayMiss) {
      mayMiss -= lessonHours;
      return [id, chance.pick(['permitted', 'sick', 'on_duty', 'absent'])];
    }
    return [id, chance.happens(0.07) ? 'late' : 'present'];
  });
  return new Map(entries);
}

const reasons: Partial<Record<AttendanceMark, string>> = { permitted: 'Izin keperluan keluarga', sick: 'Surat keterangan dokter', on_duty: 'Surat tugas kepala perangkat daerah' };

/** One mark; where it was corrected, the wrong one before it. */
function markRows(cohort: WrittenCohort, { enrolmentId }: Participant, session: WrittenSession, mark: AttendanceMark, corrected: boolean): MarkRow[] {
  const said = (which: string, about: Pick<MarkRow, 'mark' | 'reason' | 'supersedes'>, minutes: number): MarkRow => ({
    ...about, id: idOf(`${which} ${session.id} ${enrolmentId}`), cohortId: cohort.id, sessionId: session.id, enrolmentId, lessonHours: lessonHoursOf(about.mark, session.lessonHours),
    markedBy: accountId(cohort.story.marker), markedAt: isoInstant(instantMs(session.startsAt) + minutes * minute),
  });
  const right = { mark, reason: reasons[mark] ?? null };
  if (!corrected || mark !== 'present' || session.marks !== 'all') return [said('mark', { ...right, supersedes: null }, 12)];
  const wrong = said('mark', { mark: 'absent', reason: null, supersedes: null }, 12);
  return [wrong, said('correction', { mark, reason: 'Hadir menurut daftar hadir kertas', supersedes: wrong.id }, 200)];
}

interface ScoreRow {
  readonly id: string;
  readonly enrolmentId: string;
  readonly component: string;
  readonly value: number;
  readonly reason: string | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly supersedes: string | null;
}

function scoresOf({ story, taught }: WrittenCohort, participant: Participant, decidedAt: string): ScoreRow[] {
  const chance = chanceOf(`scores ${participant.enrolmentId}`);
  const { components, minFinalScore } = taught.criteria;
  return components.flatMap((component, index) => {
    const said = (which: string, value: number, hoursBefore: number, more: Partial<ScoreRow> = {}): ScoreRow => ({
      id: idOf(`${which} ${component.code} ${participant.enrolmentId}`), enrolmentId: participant.enrolmentId, component: component.code, value, reason: null,
      recordedBy: accountId(story.marker), recordedAt: isoInstant(instantMs(decidedAt) - hoursBefore * 60 * minute), supersedes: null, ...more,
    });
    // A test before the teaching: shown, never counted.
    if (component.weight === 0) return [said('score', chance.whole(35, 70), 90)];
    if (participant.diligence === 'low_score') return [said('score', chance.whole(44, 57), 20, { reason: 'Perlu remedial' })];
    if (participant.diligence !== 'resat' || index < components.length - 1) return [said('score', scoreAbove(chance, component, minFinalScore), 20)];
    const first = said('score', chance.whole(48, 58), 20);
    return [first, said('resit', chance.whole(72, 78), 2, { reason: 'Remedial', supersedes: first.id })];
  });
}

/** A score that meets what the component and the final score demand, in quarters. */
function scoreAbove(chance: Chance, { minScore }: ScoreComponent, minFinalScore: number | null): number {
  return chance.whole(Math.ceil(Math.max(72, (minScore ?? 0) + 1, (minFinalScore ?? 0) + 1)), 95) + chance.whole(0, 3) / 4;
}

interface ProgressRow {
  readonly id: string;
  readonly enrolmentId: string;
  readonly activityId: string;
  readonly resumeAt: object;
  readonly openedAt: string;
  readonly completedAt: string | null;
}

/** Materials in their order, over the days of the cohort; the first one that is not finished was left in the middle. */
function progressOf({ story, taught }: WrittenCohort, { enrolmentId }: Participant, now: Date): ProgressRow[] {
  const chance = chanceOf(`materials ${enrolmentId}`);
  const { length } = taught.activityIds;
  const finished = story.materials === 1 ? length : Math.round(length * story.materials * chance.whole(40, 140) / 100);
  const until = [story.endsOn, addDays(localDate(now.toISOString(), story.zone), -1)].toSorted()[0] ?? story.endsOn;
  const opened = story.materials === 0 ? 0 : Math.min(finished + (finished < length ? 1 : 0), length);
  return Array.from({ length: opened }, (_, index) => {
    const day = addDays(story.startsOn, Math.floor((index * (daysBetween(story.startsOn, until) + 1)) / length));
    const openedAt = instantMs(instantAt(day, '19.00', story.zone)) + chance.whole(0, 120) * minute;
    const isFinished = index < finished;
    return {
      id: idOf(`progress ${enrolmentId} ${index}`), enrolmentId, activityId: itemAt(taught.activityIds, index), resumeAt: isFinished ? {} : { scroll: 0.4 },
      openedAt: isoInstant(openedAt), completedAt: isFinished ? isoInstant(openedAt + chance.whole(6, 40) * minute) : null,
    };
  });
}
