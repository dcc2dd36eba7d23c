import { addDays, formatTime, instantAt, instantMs, localDate, localTime } from '../platform/dates.rules.js';
import type { Instant } from '../platform/locale.types.js';
import { cohortTasks, enterScores } from './cohort-task.rules.js';
import { taskKinds, type AdminDesk, type CohortToFill, type Desk, type HeadDesk, type MeritDesk, type SessionOnDesk, type Task, type TaskKind, type TeachingDesk } from './home.types.js';

/** A home page shows so many tasks and no more. */
const SHOWN = 8;
/** What is due later than this waits behind everything else. */
const SOON_MS = 14 * 86_400_000;

/** What to do next, the most pressing kind first. Far-off things come last, the nearest of them first. */
export function tasksOf(desks: readonly Desk[], now: Instant): readonly Task[] {
  return desks.flatMap((desk) => tasksOnDesk(desk, now)).toSorted((one, other) => compare(one, other, now)).slice(0, SHOWN);
}

function tasksOnDesk(desk: Desk, now: Instant): readonly Task[] {
  switch (desk.role) {
    case 'organiser': return [...sessionTasks(desk, now), ...desk.cohorts.flatMap((cohort) => cohortTasks(cohort, now))];
    case 'facilitator': return [...sessionTasks(desk, now), ...nextSession(desk, now), ...desk.cohorts.flatMap((cohort) => enterScores(cohort, 'facilitator', now))];
    case 'hr_analyst': return meritTasks(desk);
    case 'agency_head': return headTasks(desk);
    case 'admin': return adminTasks(desk);
  }
}

/** Sessions that go on with people unmarked, and those that are over and open: one task per cohort, or they would fill the page. */
function sessionTasks({ role, sessions }: TeachingDesk, now: Instant): readonly Task[] {
  const running = sessions.filter((session) => begun(session, now) && !over(session, now) && session.marked < session.expected);
  const open = sessions.filter((session) => over(session, now)).toSorted(byStart);
  const firsts = open.filter(({ cohortId }, place) => open.findIndex((session) => session.cohortId === cohortId) === place);
  return [...running.map((session) => markSession(session, role)), ...firsts.map((first) => closeSessions(first, open, role, now))];
}

function markSession(session: SessionOnDesk, role: Task['role']): Task {
  const { title, cohortName, expected, marked, endsAt, zone } = session;
  const facts = { session: title, cohort: cohortName, count: expected - marked, expected, until: formatTime(endsAt, zone) };
  return { kind: 'markSession', role, ...placeOf(session), facts, dueAt: endsAt, zone, urgency: 'now', link: sheetOf(session) };
}

/** Closes the open sessions of the first one's cohort: due by midnight of the day on which that one was held. */
function closeSessions(first: SessionOnDesk, open: readonly SessionOnDesk[], role: Task['role'], now: Instant): Task {
  const { title, cohortName, cohortId, endsAt, zone, expected } = first;
  const group = open.filter((session) => session.cohortId === cohortId);
  const count = group.reduce((sum, session) => sum + Math.max(0, session.expected - session.marked), 0);
  const endedOn = localDate(endsAt, zone);
  const dueAt = instantAt(addDays(endedOn, 1), '00:00', zone);
  const facts = { session: title, cohort: cohortName, sessions: group.length, others: group.length - 1, count, expected, ended: formatTime(endsAt, zone), endedOn };
  const place = group.length === 1 ? { ...placeOf(first), link: sheetOf(first) } : { cohortId, sessionId: null, link: `/angkatan/${cohortId}/presensi` };
  return { kind: 'closeSession', role, ...place, facts, dueAt, zone, urgency: instantMs(dueAt) <= instantMs(now) ? 'late' : 'ahead' };
}

/** The session to come first of those one teaches. */
function nextSession({ role, sessions }: TeachingDesk, now: Instant): readonly Task[] {
  const [next] = sessions.filter((session) => !begun(session, now)).toSorted(byStart);
  if (next === undefined) return [];
  const { title, cohortName, startsAt, endsAt, zone, venue, expected } = next;
  const facts = { session: title, cohort: cohortName, day: localDate(startsAt, zone), time: `${localTime(startsAt, zone)}–${formatTime(endsAt, zone)}`, venue, expected };
  return [{ kind: 'nextSession', role, ...placeOf(next), facts, dueAt: startsAt, zone, urgency: 'ahead', link: sheetOf(next) }];
}

function meritTasks({ role, zone, lastExportAt, issued, revoked, doubtfulNips }: MeritDesk): readonly Task[] {
  const since = lastExportAt === null ? '' : localDate(lastExportAt, zone);
  return [
    ...(revoked > 0 ? [task('reportRevoked', role, { count: revoked, since }, '/merit?state=revoked')] : []),
    ...(issued > 0 ? [task('exportCertificates', role, { count: issued, since }, '/merit')] : []),
    ...(doubtfulNips > 0 ? [task('checkNips', role, { count: doubtfulNips }, '/pegawai?warnings=true')] : []),
  ];
}

function headTasks({ role, toFill, inTraining, cohorts, firstCohortName, firstEndsOn, year, graduates, lessonHours }: HeadDesk): readonly Task[] {
  return [
    ...toFill.filter(({ left, undecided }) => left > undecided).map((cohort) => nominate(cohort, role)),
    ...(inTraining > 0 ? [task('inTraining', role, { count: inTraining, cohorts, cohort: firstCohortName ?? '', until: firstEndsOn ?? '' }, '/pegawai')] : []),
    // A year is no number to be grouped by thousands.
    ...(graduates > 0 ? [task('graduates', role, { count: graduates, lessonHours, year: String(year) }, `/merit?from=${String(year)}-01-01`)] : []),
  ];
}

/** Seats that nobody was sent for yet, due at the deadline. */
function nominate({ cohortId, cohortName, left, undecided, closesOn, closesAt, zone }: CohortToFill, role: Task['role']): Task {
  const facts = { cohort: cohortName, count: left - undecided, closesOn: closesOn ?? '' };
  return { kind: 'nominate', role, cohortId, sessionId: null, facts, dueAt: closesAt, zone, urgency: 'ahead', link: `/usulan/baru/${cohortId}` };
}

function adminTasks({ role, failedJobs, unusedAccounts, agenciesWithoutOrganiser, agencyName }: AdminDesk): readonly Task[] {
  return [
    ...(failedJobs > 0 ? [task('failedJobs', role, { count: failedJobs }, '/pekerjaan')] : []),
    ...(agenciesWithoutOrganiser > 0 ? [task('nameOrganiser', role, { count: agenciesWithoutOrganiser, others: agenciesWithoutOrganiser - 1, agency: agencyName ?? '' }, '/akun')] : []),
    ...(unusedAccounts > 0 ? [task('inviteAgain', role, { count: unusedAccounts }, '/akun')] : []),
  ];
}

function task(kind: TaskKind, role: Task['role'], facts: Task['facts'], link: string): Task {
  return { kind, role, cohortId: null, sessionId: null, facts, dueAt: null, zone: null, urgency: 'ahead', link };
}

function compare(one: Task, other: Task, now: Instant): number {
  const [a, b] = [rank(one, now), rank(other, now)];
  return a.far - b.far || (a.far && a.due - b.due) || a.kind - b.kind || a.due - b.due || Number(one.link > other.link) - Number(one.link < other.link);
}

function rank({ kind, dueAt }: Task, now: Instant): { readonly far: number; readonly kind: number; readonly due: number } {
  const due = dueAt === null ? Number.MAX_SAFE_INTEGER : instantMs(dueAt);
  return { far: dueAt !== null && due > instantMs(now) + SOON_MS ? 1 : 0, kind: taskKinds.indexOf(kind), due };
}

function placeOf({ cohortId, sessionId }: SessionOnDesk): { readonly cohortId: string; readonly sessionId: string } {
  return { cohortId, sessionId };
}

function sheetOf({ cohortId, sessionId }: SessionOnDesk): string {
  return `/angkatan/${cohortId}/presensi/${sessionId}`;
}

function begun({ startsAt }: SessionOnDesk, now: Instant): boolean {
  return instantMs(startsAt) <= instantMs(now);
}

function over({ endsAt }: SessionOnDesk, now: Instant): boolean {
  return instantMs(endsAt) <= instantMs(now);
}

function byStart(one: SessionOnDesk, other: SessionOnDesk): number {
  return instantMs(one.startsAt) - instantMs(other.startsAt);
}
