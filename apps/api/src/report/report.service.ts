import { Injectable } from '@nestjs/common';
import {
  attendeesOf, dayHasCome, localDate, matchAttendees, readReport, Refusal, reportedMark, reportOutcome, zoneOffsetMinutes,
  type Attendee, type Match, type MeetingReport, type ReportPreview, type ReportResult, type ReportRow, type TakeReportRequest,
} from '@jenjang/shared';
import { FileService } from '../file/index.js';
import { Clock, Database, HttpProblem, Missing, OutOfReach, requireAccess, rowsOf, type Actor } from '../platform/index.js';
import { readRows } from '../tabular/index.js';
import { holdReportedSession, insertReport, insertReportMarks, loadReportedSession, rosterSql, rosterValues, type ReportedPerson, type ReportedSession, type ReportMark } from './report.queries.js';

/** Most rows of a report: a meeting of a thousand with everybody leaving four times. */
const mostRows = 5_000;

/** Reports of online meetings: read, matched with the participants, and taken over as attendance. */
@Injectable()
export class ReportService {
  constructor(
    private readonly db: Database,
    private readonly files: FileService,
    private readonly clock: Clock,
  ) {}

  /** Who was there by the report and what each would be marked; nothing is written. */
  async preview(actor: Actor, sessionId: string, fileId: string): Promise<ReportPreview> {
    const session = requireMarking(actor, sessionId, await loadReportedSession(this.db, sessionId));
    const { name, report, attendees } = await this.read(actor, fileId, session);
    const roster = await this.db.read<ReportedPerson>(rosterSql, rosterValues(session));
    const rows = rowsFor(attendees, matchAttendees(attendees, roster), roster, session, false);
    return { kind: report.kind, fileName: name, unread: report.unread, rows, roster: roster.map(facts) };
  }

  /** Marks those whom the report names, and when asked those whom it does not. */
  async take(actor: Actor, sessionId: string, request: TakeReportRequest): Promise<ReportResult> {
    const seen = requireMarking(actor, sessionId, await loadReportedSession(this.db, sessionId));
    if (!dayHasCome({ startsAt: seen.startsMs, zone: seen.zone }, this.clock.now().getTime())) throw new Refusal('attendance.beforeDay', { date: localDate(seen.startsMs, seen.zone) });
    const { name, report, attendees } = await this.read(actor, request.fileId, seen);
    return this.db.transaction(actor, async (tx) => {
      const session = requireMarking(actor, sessionId, await holdReportedSession(tx, sessionId));
      const roster = await rowsOf<ReportedPerson>(tx, rosterSql, rosterValues(session));
      const matches = chosen(matchAttendees(attendees, roster), request);
      const rows = rowsFor(attendees, matches, roster, session, request.replaceHandMade);
      const others = request.absentOthers ? absentees(roster, rows) : [];
      const marks = [...rows.flatMap((row) => markFrom(row, name)), ...others.map((enrolmentId) => absent(enrolmentId, name))];
      const marked = await insertReportMarks(tx, session, marks, actor.accountId);
      await insertReport(tx, { sessionId, fileId: request.fileId, kind: report.kind, attendees: attendees.length, marked, accountId: actor.accountId });
      return { marked: marked - others.length, same: count(rows, 'same'), kept: count(rows, 'kept'), absent: others.length };
    }, name);
  }

  private async read(actor: Actor, fileId: string, session: ReportedSession): Promise<{ name: string; report: MeetingReport; attendees: readonly Attendee[] }> {
    const { id, name } = await this.find(actor, fileId);
    const window = { ...session, offsetMinutes: zoneOffsetMinutes(session.zone) };
    const report = readReport(await readRows((await this.files.open(id)).path, { rows: mostRows }, name), window);
    if (!report) throw new Refusal('report.noHeading', { name });
    const attendees = attendeesOf(report.visits, window);
    if (attendees.length === 0) throw new Refusal('report.nobody', { name });
    return { name, report, attendees };
  }

  /** The upload; one of somebody else is as unknown as none. */
  private async find(actor: Actor, fileId: string): Promise<{ id: string; name: string }> {
    try {
      return await this.files.find(actor, fileId);
    } catch (error) {
      if (isUnknown(error)) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'fileId', code: 'report.fileUnknown', value: fileId }]);
      throw error;
    }
  }
}

function isUnknown(error: unknown): boolean {
  return error instanceof Missing || error instanceof OutOfReach;
}

function requireMarking(actor: Actor, sessionId: string, session: ReportedSession | null): ReportedSession {
  if (!session) throw new Missing('session', sessionId);
  requireAccess(actor, 'attendance.mark', session, { kind: 'session', id: sessionId });
  if (session.state === 'cancelled') throw new Refusal('attendance.sessionCancelled');
  return session;
}

function rowsFor(attendees: readonly Attendee[], matches: readonly (Match | null)[], roster: readonly ReportedPerson[], session: ReportedSession, replaceHandMade: boolean): readonly ReportRow[] {
  const people = new Map(roster.map((person) => [person.enrolmentId, person]));
  const window = { ...session, offsetMinutes: zoneOffsetMinutes(session.zone) };
  return attendees.map((attendee, index) => {
    const match = matches[index] ?? null;
    const person = match && people.get(match.enrolmentId);
    const reported = reportedMark(attendee, window);
    const current = person?.current ?? null;
    return { index, attendee, match: person ? match : null, reported, current, outcome: person ? reportOutcome(reported, current, replaceHandMade) : null };
  });
}

/** The matches as the reader left them: suggestions count only when confirmed. @throws Refusal report.twice */
function chosen(found: readonly (Match | null)[], { matches }: TakeReportRequest): readonly (Match | null)[] {
  const said = new Map(matches.map(({ index, enrolmentId }) => [index, enrolmentId]));
  const all = found.map((match, index): Match | null => {
    const enrolmentId = said.get(index);
    if (enrolmentId === undefined) return match?.by === 'similar' ? null : match;
    return enrolmentId === null ? null : { enrolmentId, by: 'chosen' };
  });
  const ids = all.flatMap((match) => (match ? [match.enrolmentId] : []));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Refusal('report.twice', {}, [{ path: 'matches', code: 'report.twice', value: twice }]);
  return all;
}

function absentees(roster: readonly ReportedPerson[], rows: readonly ReportRow[]): string[] {
  const named = new Set(rows.map(({ match }) => match?.enrolmentId));
  return roster.filter(({ enrolmentId, current }) => current === null && !named.has(enrolmentId)).map(({ enrolmentId }) => enrolmentId);
}

function markFrom({ match, outcome, reported, attendee, current }: ReportRow, file: string): ReportMark[] {
  if (!match || (outcome !== 'new' && outcome !== 'replaces')) return [];
  return [{ enrolmentId: match.enrolmentId, ...reported, reason: `${attendee.name}: ${String(attendee.minutes)} menit (${file})`.slice(0, 500), supersedes: current?.id ?? null }];
}

const absent = (enrolmentId: string, file: string): ReportMark => ({ enrolmentId, mark: 'absent', lessonHours: 0, reason: `Tidak ada dalam ${file}`.slice(0, 500), supersedes: null });

const count = (rows: readonly ReportRow[], outcome: ReportRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;

function facts({ enrolmentId, personId, name, nip, unitName, eselon, className }: ReportedPerson): ReportPreview['roster'][number] {
  return { enrolmentId, personId, name, nip, unitName, eselon, className };
}
