import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { systemActor, type Database, type Storage } from '../platform/index.js';

/** One agency with a record of every kind, for walking routes. Ids by the name of what they are. */
export interface World {
  readonly agencyId: string;
  readonly rootUnitId: string;
  readonly unitId: string;
  readonly personId: string;
  readonly employmentId: string;
  readonly academyId: string;
  readonly programmeId: string;
  readonly draftId: string;
  readonly curriculumId: string;
  readonly draftModuleId: string;
  readonly draftActivityId: string;
  readonly activityId: string;
  readonly cohortId: string;
  readonly phaseId: string;
  readonly sessionId: string;
  readonly venueId: string;
  readonly holidayId: string;
  readonly enrolmentId: string;
  readonly flagId: string;
  readonly certificateId: string;
  readonly accountId: string;
  readonly nominationId: string;
  readonly grantId: string;
  readonly clientId: string;
  readonly exportId: string;
  readonly importId: string;
  readonly fileId: string;
  readonly jobId: string;
  readonly messageId: string;
  readonly classMessageId: string;
  readonly absenceId: string;
  readonly documentId: string;
}

const design = { kind: 'graduation', heading: 'SERTIFIKAT', numberTemplate: '{seq:4}/{programme}/{year}', counterScope: 'PROGRAMME_YEAR', nipShown: 'full', validYears: null };
const criteria = { minAttendancePercent: 80, excusedLeavesDenominator: false, allModules: false, components: [{ code: 'akhir', title: 'Tugas akhir', weight: 100, minScore: null }], minFinalScore: null, predicates: [], outcome: 'graduated' };
const snapshot = { holder: { name: 'Arga Embun', nip: '198001012005011901' }, programme: { name: 'DLA', diklatKind: 3 }, cohort: { name: 'DLA Telaga' }, outcome: 'graduated' };

/** Builds it straight into the tables. */
export async function aWorld(db: Database, storage: Storage): Promise<World> {
  const file = await storage.put(Readable.from(['NIP;NAMA\n198001012005011901;Arga Embun\n']));
  const mark = randomBytes(4).toString('hex').toUpperCase();
  const hash = randomBytes(32).toString('hex');
  return db.transaction(systemActor(), async (tx) => {
    const add = async (table: string, row: Readonly<Record<string, unknown>>): Promise<string> => {
      const names = Object.keys(row);
      const [made] = await tx.query<{ id: string }[]>(`insert into ${table} (${names.join(', ')}) values (${names.map((_, n) => `$${String(n + 1)}`).join(', ')}) returning id`, Object.values(row));
      return made!.id;
    };
    const agencyId = await add('agency', { code: `W-${mark}`, name: `Pemerintah Kota Telaga ${mark}`, short_name: `Telaga ${mark}`, kind: 'city', zone: 'Asia/Makassar' });
    const rootUnitId = await add('unit', { agency_id: agencyId, kind: 'INSTANSI', code: 'ROOT', name: 'Pemerintah Kota Telaga' });
    const unitId = await add('unit', { agency_id: agencyId, parent_id: rootUnitId, kind: 'DINAS', code: 'DINKES', name: 'Dinas Kesehatan' });
    const personId = await add('person', { agency_id: agencyId, full_name: 'Arga Embun' });
    const employmentId = await add('employment', { person_id: personId, agency_id: agencyId, unit_id: unitId, kind: 'PNS', nip: '198001012005011901', position_kind: 'PENGAWAS', position_name: 'Kepala Seksi', eselon: 'IV.a', valid_from: '2020-01-01' });
    const academyId = await add('academy', { code: mark, name: 'Akademi Embun' });
    const programmeId = await add('programme', { academy_id: academyId, agency_id: agencyId, code: `P-${mark}`, name: 'Kepemimpinan Digital', owner_name: 'Balai Cemara', diklat_kind: 3, diklat_form: 'klasikal' });
    const curriculumId = await add('curriculum', { programme_id: programmeId, number: 1, lesson_hours: 6, criteria: JSON.stringify(criteria), certificate_design: JSON.stringify(design) });
    const moduleId = await add('module', { curriculum_id: curriculumId, position: 1, code: 'M1', title: 'Visi digital', lesson_hours: 6 });
    const activityId = await add('activity', { module_id: moduleId, position: 1, kind: 'page', title: 'Bacaan', body: 'Halo' });
    await tx.query(`update curriculum set state = 'published', published_at = now() where id = $1`, [curriculumId]);
    const draftId = await add('curriculum', { programme_id: programmeId, number: 2, lesson_hours: 6, criteria: JSON.stringify(criteria), certificate_design: JSON.stringify(design) });
    const draftModuleId = await add('module', { curriculum_id: draftId, position: 1, code: 'M1', title: 'Visi digital', lesson_hours: 6 });
    const draftActivityId = await add('activity', { module_id: draftModuleId, position: 1, kind: 'page', title: 'Bacaan', body: 'Halo' });
    const cohortId = await add('cohort', { agency_id: agencyId, curriculum_id: curriculumId, code: 'DLA-1', name: 'DLA Telaga', state: 'running', starts_on: '2024-09-09', ends_on: '2024-09-10', zone: 'Asia/Makassar', capacity: 30 });
    const phaseId = await add('phase', { cohort_id: cohortId, position: 1, name: 'Tatap muka', mode: 'onsite', starts_on: '2024-09-09', ends_on: '2024-09-10' });
    const sessionId = await add('session', { cohort_id: cohortId, phase_id: phaseId, title: 'Visi digital', starts_at: '2024-09-09T00:00:00Z', ends_at: '2024-09-09T04:30:00Z', zone: 'Asia/Makassar', lesson_hours: 6 });
    const venueId = await add('venue', { agency_id: agencyId, name: 'Gedung Diklat', zone: 'Asia/Makassar' });
    const holidayId = await add('holiday', { agency_id: agencyId, kind: 'agency', falls_on: '2024-10-01', name: `Hari jadi ${mark}` });
    const enrolmentId = await add('enrolment', { cohort_id: cohortId, person_id: personId, employment_id: employmentId, state: 'accepted' });
    const checkInId = await add('check_in', { cohort_id: cohortId, session_id: sessionId, enrolment_id: enrolmentId, kind: 'in', way: 'code', at: '2024-09-09T00:02:00Z', seen_at: '2024-09-09T00:02:00Z', client_id: randomUUID() });
    const flagId = await add('attendance_flag', { check_in_id: checkInId, kind: 'odd_place' });
    const decisionId = await add('graduation_decision', { enrolment_id: enrolmentId, outcome: 'graduated', curriculum_id: curriculumId, criteria: JSON.stringify(criteria), inputs: JSON.stringify({ sessions: [], requiredActivities: 0, completedActivities: 0, scores: {} }), results: '[]' });
    const certificateId = await add('certificate', { enrolment_id: enrolmentId, decision_id: decisionId, agency_id: agencyId, person_id: personId, holder_agency_id: agencyId, holder_unit_id: unitId, programme_id: programmeId, kind: 'graduation', number: '0001/P/2024', number_scope: mark, number_sequence: 1, code: codeOf(mark), issued_on: '2024-09-11', lesson_hours: 6, snapshot: JSON.stringify(snapshot), snapshot_sha256: hash, pdf_sha256: hash });
    const accountId = await add('account', { login: `pemilik-${mark.toLowerCase()}`, display_name: 'Pemilik Embun', person_id: personId });
    const grantId = await add('role_grant', { account_id: accountId, role: 'organiser', scope: 'agency', agency_id: agencyId });
    const nominationId = await add('nomination', { cohort_id: cohortId, agency_id: agencyId, unit_id: unitId, letter_number: '800/1', submitted_by: accountId });
    const clientId = await add('api_client', { agency_id: agencyId, client_id: `klien-${mark}`, secret_hash: 'x', name: 'SIMPEG Telaga', scopes: ['hr.read'] });
    const fileId = await add('stored_file', { agency_id: agencyId, name: 'daftar.csv', media_type: 'text/csv', bytes: file.bytes, sha256: file.sha256, created_by: accountId });
    const exportId = await add('merit_export', { account_id: accountId, format: 'csv', filter: '{}', filter_text: 'Semua', rows: 1, bytes: 3, sha256: hash, file_id: fileId });
    const importId = await add('import_run', { kind: 'people', agency_id: agencyId, file_id: fileId, headings: ['NIP'], created_by: accountId });
    const jobId = await add('job', { id: randomUUID(), kind: 'none', agency_id: agencyId, account_id: accountId, payload: '{}', state: 'failed' });
    const documentId = await add('document', { cohort_id: cohortId, agency_id: agencyId, kind: 'table_card', issued_on: '2024-09-01', snapshot: '{"people":[],"sessions":[]}', snapshot_sha256: hash, pdf_sha256: file.sha256, pages: 1, bytes: 3 });
    const absenceId = await add('absence_request', { cohort_id: cohortId, enrolment_id: enrolmentId, kind: 'sick', reason: 'Rawat inap', late: false, requested_by: accountId, requested_at: '2024-09-08T00:00:00Z' });
    const announcementId = await add('announcement', { event: 'session.reminder', person_id: personId, cohort_id: cohortId, taken_at: new Date() });
    const messageId = await add('message', { announcement_id: announcementId, channel: 'inbox', event: 'session.reminder', person_id: personId, cohort_id: cohortId, agency_id: agencyId, locale: 'id', state: 'delivered', due_at: new Date() });
    const classMessageId = await add('class_message', { cohort_id: cohortId, readership: '{"kind":"cohort"}', subject: 'Materi', body: 'Halo', readers: 1, send_after: new Date() });
    return { messageId, classMessageId, absenceId, documentId, nominationId, agencyId, rootUnitId, unitId, personId, employmentId, academyId, programmeId, draftId, curriculumId, draftModuleId, draftActivityId, activityId, cohortId, phaseId, sessionId, venueId, holidayId, enrolmentId, flagId, certificateId, accountId, grantId, clientId, exportId, importId, fileId, jobId };
  });
}

/** A code of the right alphabet; its check characters do not matter here. */
function codeOf(mark: string): string {
  return `${mark}0000000000`.slice(0, 18);
}
