import { issueCertificate, loadIssuances, loadIssuingCohort } from '../certificate/index.js';
import { idOf, insertRows } from '../demo-people/index.js';
import { evaluate, loadAcceptedIds, loadCohorts, readerOf } from '../graduation/index.js';
import { rowsOf, systemActor, type Actor, type Storage, type Transaction } from '../platform/index.js';
import { accountId } from './demo.accounts.js';
import { cohortId } from './demo.cohorts.js';
import { gcioBontang, gtaJambi, type CohortStory } from './demo.stories.js';

/** Where certificates are kept and under which address they are checked. */
export interface DemoDesk {
  readonly storage: Storage;
  readonly publicUrl: string;
}

/** The organiser of a cohort as the author of its decisions and certificates. */
export function organiserOf({ organiser }: CohortStory): Actor {
  return { ...systemActor(), accountId: accountId(organiser) };
}

/** Decides about every participant from what is stored, by the rule, as of the instant at which the committee met. */
export async function decide(tx: Transaction, story: CohortStory, decidedAt: string): Promise<void> {
  const db = readerOf(tx);
  const [cohort] = await loadCohorts(db, [cohortId(story.code)]);
  if (!cohort) throw new Error(`no cohort ${story.code}`);
  for await (const evaluated of evaluate(db, cohort, await loadAcceptedIds(db, cohort.id, null), Date.parse(decidedAt))) {
    const decisions = evaluated.map(({ participant: { enrolmentId }, inputs, live: { outcome, predicate, finalScore, results } }) => ({
      id: idOf(`decision ${enrolmentId}`), enrolmentId, outcome, predicate, finalScore, curriculumId: cohort.curriculumId, criteria: cohort.criteria, inputs, results,
      decidedBy: accountId(story.organiser), decidedAt,
    }));
    await insertRows(tx, 'graduation_decision', {
      id: 'uuid', enrolmentId: 'uuid', outcome: 'text', predicate: 'text', finalScore: 'numeric', curriculumId: 'uuid', criteria: 'jsonb', inputs: 'jsonb', results: 'jsonb',
      decidedBy: 'uuid', decidedAt: 'timestamptz',
    }, decisions);
  }
}

/** Issues the certificates of everybody entitled, as the organiser would have, on that day. */
export async function issue(tx: Transaction, story: CohortStory, issuedAt: string, desk: DemoDesk): Promise<void> {
  const cohort = await loadIssuingCohort(tx, cohortId(story.code));
  if (!cohort) throw new Error(`no cohort ${story.code}`);
  for (const record of await loadIssuances(tx, cohort.cohortId, null)) {
    await issueCertificate({ tx, ...desk, actor: organiserOf(story), at: new Date(issuedAt) }, record, cohort);
  }
}

/** Proof that the demonstration is complete: written last, and a fact that nobody can remove. */
export const lastFact = idOf('certificate event reinstated');

/** One certificate is revoked for good, one was suspended and is valid again. */
export async function writeLaterEvents(tx: Transaction): Promise<void> {
  const revoked = await certificateAt(tx, gtaJambi, 7);
  const suspended = await certificateAt(tx, gcioBontang, 3);
  const event = { privateNote: null };
  await insertRows(tx, 'certificate_event', { id: 'uuid', certificateId: 'uuid', kind: 'text', reasonCode: 'text', publicText: 'text', privateNote: 'text', recordedBy: 'uuid', recordedAt: 'timestamptz' }, [
    { ...event, id: idOf('certificate event revoked'), certificateId: revoked.id, kind: 'revoked', reasonCode: 'wrong_person', publicText: 'Diterbitkan untuk orang yang keliru.', recordedBy: accountId('jambi'), recordedAt: '2022-09-12T02:15:00Z' },
    { ...event, id: idOf('certificate event suspended'), certificateId: suspended.id, kind: 'suspended', reasonCode: 'under_review', publicText: 'Ditangguhkan selama pemeriksaan data kehadiran.', recordedBy: accountId('bontang'), recordedAt: '2023-11-20T01:30:00Z' },
    { ...event, id: lastFact, certificateId: suspended.id, kind: 'reinstated', reasonCode: 'review_done', publicText: 'Pemeriksaan selesai; sertifikat berlaku kembali.', recordedBy: accountId('bontang'), recordedAt: '2023-11-27T03:00:00Z' },
  ]);
  await tx.query(
    `insert into lesson_hour_entry (person_id, year, lesson_hours, kind, certificate_id, recorded_at)
     select person_id, year, -lesson_hours, 'reversed', certificate_id, '2022-09-12T02:15:00Z' from lesson_hour_entry where certificate_id = $1`, [revoked.id]);
  await tx.query(
    `insert into hr_event (agency_id, kind, subject, at)
     select c.agency_id, f.kind, jsonb_build_object('certificateId', c.id, 'personId', e.person_id, 'number', c.number, 'code', c.code) || f.more, f.at::timestamptz
     from certificate c join enrolment e on e.id = c.enrolment_id
     join (values ($1::uuid, 'certificate.revoked', '{"reasonCode": "wrong_person"}'::jsonb, '2022-09-12T02:15:00Z'),
                  ($1, 'lessonHours.changed', jsonb_build_object('lessonHours', -$3::numeric), '2022-09-12T02:15:00Z'),
                  ($2, 'certificate.suspended', '{"reasonCode": "under_review"}', '2023-11-20T01:30:00Z'),
                  ($2, 'certificate.reinstated', '{"reasonCode": "review_done"}', '2023-11-27T03:00:00Z')) f (id, kind, more, at) on f.id = c.id
     order by f.at, f.kind`, [revoked.id, suspended.id, revoked.lessonHours]);
}

async function certificateAt(tx: Transaction, { code }: CohortStory, sequence: number): Promise<{ id: string; lessonHours: number }> {
  const [found] = await rowsOf<{ id: string; lessonHours: number }>(tx,
    `select c.id, c.lesson_hours as "lessonHours" from certificate c join enrolment e on e.id = c.enrolment_id where e.cohort_id = $1 and c.number_sequence = $2`, [cohortId(code), sequence]);
  if (!found) throw new Error(`no certificate ${sequence} of ${code}`);
  return found;
}
