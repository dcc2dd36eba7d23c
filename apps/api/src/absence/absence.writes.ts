import type { AskAbsenceRequest } from '@jenjang/shared';
import { rowsOf, type Transaction } from '../platform/index.js';
import type { HeldRequest } from './absence.queries.js';

/** Writes a request with its sessions. @returns its id. */
export async function insertRequest(tx: Transaction, enrolmentId: string, request: AskAbsenceRequest, facts: { late: boolean; accountId: string | null; now: Date }): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(tx,
    `with made as (
       insert into absence_request (cohort_id, enrolment_id, kind, reason, letter_file_id, late, requested_by, requested_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id, cohort_id),
     placed as (insert into absence_session (request_id, cohort_id, session_id) select made.id, made.cohort_id, s from made, unnest($9::uuid[]) s)
     select id from made`,
    [request.cohortId, enrolmentId, request.kind, request.reason, request.letterFileId ?? null, facts.late, facts.accountId, facts.now, request.sessionIds]);
  return row?.id ?? '';
}

/** Settles a request; the table takes one answer only. */
export async function insertDecision(tx: Transaction, requestId: string, decision: { outcome: string; note: string; accountId: string | null; now: Date }): Promise<void> {
  await tx.query(`insert into absence_decision (request_id, outcome, note, decided_by, decided_at) values ($1, $2, $3, $4, $5)`,
    [requestId, decision.outcome, decision.note, decision.accountId, decision.now]);
}

/** Marks the sessions of an approved request, except those that were attended; a mark that stood is superseded. */
export async function excuse(tx: Transaction, request: HeldRequest, accountId: string | null): Promise<void> {
  await tx.query(
    `insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours, source, reason, marked_by, supersedes)
     select $1, s.id, $2, $3, 0, 'absence', $4, $5, m.id
     from session s left join attendance_mark m on m.session_id = s.id and m.enrolment_id = $2 and not exists (select from attendance_mark n where n.supersedes = m.id)
     where s.id = any($6::uuid[]) and s.state <> 'cancelled' and coalesce(m.mark, 'absent') not in ('present', 'late') and m.mark is distinct from $3
     order by s.id`, [request.cohortId, request.enrolmentId, request.kind, request.reason.slice(0, 500), accountId, request.sessionIds]);
}
