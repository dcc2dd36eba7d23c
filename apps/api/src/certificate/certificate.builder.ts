import { randomUUID } from 'node:crypto';
import { systemActor, type Database } from '../platform/index.js';

/** A finished cohort of an agency of its own, with decided participants, ready for certificates. */
export interface DecidedCohort {
  readonly agencyId: string;
  readonly cohortId: string;
  readonly participants: readonly { readonly enrolmentId: string; readonly personId: string }[];
}

export interface DecidedCohortOptions {
  readonly participants?: number;
  readonly outcome?: 'graduated' | 'attended' | 'failed' | null;
  readonly numberTemplate?: string;
  readonly names?: readonly string[];
}

const session = { sessionId: randomUUID(), plannedLessonHours: 40, attendedLessonHours: 36, mark: 'present', stillOpen: false };

/** Builds it straight into the tables; the way there has tests of its own. */
export async function aDecidedCohort(db: Database, options: DecidedCohortOptions = {}): Promise<DecidedCohort> {
  const code = `C${randomUUID().slice(0, 8).toUpperCase()}`;
  const design = { kind: 'graduation', heading: 'SERTIFIKAT', numberTemplate: options.numberTemplate ?? '800.1.4/{seq:4}/{programme}/{agency}/{year}', counterScope: 'PROGRAMME_YEAR', nipShown: 'full', validYears: null };
  return db.transaction(systemActor(), async (tx) => {
    const insert = async (sql: string, values: unknown[]): Promise<string> => (await tx.query<{ id: string }[]>(`${sql} returning id`, values))[0]!.id;
    const agencyId = await insert(`insert into agency (code, name, short_name, kind, zone) values ($1, 'Pemerintah Kota Contoh Raya', 'Kota Contoh', 'city', 'Asia/Makassar')`, [code]);
    const unitId = await insert(`insert into unit (agency_id, kind, code, name) values ($1, 'INSTANSI', 'ROOT', 'Pemerintah Kota Contoh Raya')`, [agencyId]);
    const dinasId = await insert(`insert into unit (agency_id, parent_id, kind, code, name) values ($1, $2, 'DINAS', 'DISKOMINFO', 'Dinas Komunikasi dan Informatika')`, [agencyId, unitId]);
    const academyId = await insert(`insert into academy (code, name) values ($1, 'Digital Leadership Academy')`, [code]);
    const programmeId = await insert(`insert into programme (academy_id, agency_id, code, name, owner_name, diklat_kind, diklat_form) values ($1, $2, 'DLA', 'Digital Leadership Academy', 'Kementerian Contoh', 3, 'klasikal')`, [academyId, agencyId]);
    const curriculumId = await insert(`insert into curriculum (programme_id, number, lesson_hours, criteria, certificate_design) values ($1, 1, 40, '{}', $2)`, [programmeId, JSON.stringify(design)]);
    await tx.query(`insert into module (curriculum_id, position, code, title, lesson_hours) values ($1, 1, 'M1', 'Kepemimpinan digital', 24), ($1, 2, 'M2', 'Arsitektur SPBE', 16)`, [curriculumId]);
    await tx.query(`update curriculum set state = 'published', published_at = now() where id = $1`, [curriculumId]);
    const cohortId = await insert(
      `insert into cohort (agency_id, curriculum_id, code, name, state, starts_on, ends_on, zone, venue_name, venue_city, capacity, signatories)
       values ($1, $2, 'DLA-1', 'DLA Contoh Raya 2024', 'completed', '2024-09-09', '2024-10-01', 'Asia/Makassar', 'Hotel Contoh', 'Contoh Raya', 500, $3)`,
      [agencyId, curriculumId, JSON.stringify([{ name: 'Seruni Lazuardi, S.Sos.', nip: '197001011995032901', position: 'Wali Kota Contoh Raya', rank: null }])]);
    const participants = [];
    for (let n = 0; n < (options.participants ?? 1); n += 1) {
      const personId = await insert(`insert into person (agency_id, full_name, front_title, back_title, birth_date) values ($1, $2, 'Dr.', 'M.T.', '1980-01-01')`, [agencyId, options.names?.[n] ?? `Arga Embun ${String(n)}`]);
      const employmentId = await insert(
        `insert into employment (person_id, agency_id, unit_id, kind, nip, golongan, position_kind, position_name, eselon, valid_from) values ($1, $2, $3, 'PNS', $4, 'IV/b', 'JPT_PRATAMA', 'Kepala Dinas', 'II.b', '2010-01-01')`,
        [personId, agencyId, dinasId, `19800101${String(2000 + Math.floor(n / 99))}011${String(901 + (n % 99))}`]);
      const enrolmentId = await insert(`insert into enrolment (cohort_id, person_id, employment_id, state) values ($1, $2, $3, 'accepted')`, [cohortId, personId, employmentId]);
      if (options.outcome !== null) {
        await tx.query(`insert into graduation_decision (enrolment_id, outcome, predicate, final_score, curriculum_id, criteria, inputs, results) values ($1, $2, 'Memuaskan', 86.5, $3, '{}', $4, '[]')`,
          [enrolmentId, options.outcome ?? 'graduated', curriculumId, JSON.stringify({ sessions: [session], requiredActivities: 0, completedActivities: 0, scores: {} })]);
      }
      participants.push({ enrolmentId, personId });
    }
    return { agencyId, cohortId, participants };
  });
}
