import { Injectable } from '@nestjs/common';
import { attendanceSummary, sessionRecordsOf, type AttendanceRow, type Page, type PageQuery, type SessionAttendance, type SessionHistory } from '@jenjang/shared';
import { Clock, Database, Missing, pageOf, requireAccess, type Actor } from '../platform/index.js';
import { loadCohortOfAttendance, loadHistory, loadPlannedSessions, loadSessionAttendance, matrixList, placeOfEnrolment, type CohortOfAttendance, type MatrixRow } from './attendance.queries.js';
import { wordsAsked } from './participant.queries.js';

/** Attendance of a whole cohort, and of one participant over time. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async sessions(actor: Actor, cohortId: string): Promise<SessionAttendance[]> {
    await this.cohort(actor, cohortId);
    return loadSessionAttendance(this.db, cohortId);
  }

  /** Participants with their marks and what they come to, of all planned JP. */
  async matrix(actor: Actor, cohortId: string, query: PageQuery): Promise<Page<AttendanceRow>> {
    const { excusedLeavesDenominator } = await this.cohort(actor, cohortId);
    const page = await pageOf<MatrixRow>(this.db, query, { ...matrixList, values: [cohortId, wordsAsked(query.q)] });
    const sessions = await loadPlannedSessions(this.db, [cohortId]);
    const now = this.clock.now().getTime();
    return {
      ...page,
      rows: page.rows.map(({ classId, ...row }) => ({
        ...row,
        summary: attendanceSummary(sessionRecordsOf(sessions, { classId, marks: row.marks }, now), excusedLeavesDenominator),
      })),
    };
  }

  async history(actor: Actor, enrolmentId: string): Promise<SessionHistory[]> {
    const place = await placeOfEnrolment(this.db, enrolmentId);
    if (!place) throw new Missing('enrolment', enrolmentId);
    requireAccess(actor, 'attendance.read', place, { kind: 'enrolment', id: enrolmentId });
    return loadHistory(this.db, enrolmentId);
  }

  private async cohort(actor: Actor, cohortId: string): Promise<CohortOfAttendance> {
    const cohort = await loadCohortOfAttendance(this.db, cohortId);
    if (!cohort) throw new Missing('cohort', cohortId);
    requireAccess(actor, 'attendance.read', { agencyId: cohort.agencyId, cohortId }, { kind: 'cohort', id: cohortId });
    return cohort;
  }
}
