import { randomInt, randomUUID } from 'node:crypto';
import type { GraduationCriteria } from '@jenjang/shared';
import type { Database } from '../platform/index.js';

/** What a test says of a cohort; the rest has sane defaults. */
export interface RunningCohortWishes {
  readonly agencyId?: string;
  readonly criteria?: Partial<GraduationCriteria>;
  readonly sessions?: readonly SessionWish[];
  /** Number of accepted participants. */
  readonly participants?: number;
  /** Number of required activities in the only module. */
  readonly activities?: number;
  readonly classes?: readonly string[];
}

export interface SessionWish {
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly lessonHours?: number;
  readonly mandatory?: boolean;
  readonly state?: string;
  /** Code of the class that meets. */
  readonly classCode?: string;
}

/** Ids of what was made. */
export interface RunningCohort {
  readonly agencyId: string;
  readonly unitId: string;
  readonly cohortId: string;
  readonly sessionIds: readonly string[];
  readonly classIds: Readonly<Record<string, string>>;
  readonly activityIds: readonly string[];
  readonly enrolmentIds: readonly string[];
  readonly personIds: readonly string[];
}

const names = ['Anggrek Telaga', 'Bintang Savana', 'Cemara Senja', 'Fajar Kemuning', 'Jati Mahoni', 'Kenanga Bayu', 'Mega Dahlia', 'Nilam Pesisir', 'Pelangi Rumbia', 'Surya Lembah'];

const baseCriteria: GraduationCriteria = {
  minAttendancePercent: 80, excusedLeavesDenominator: false, allModules: false, components: [], minFinalScore: null, predicates: [], outcome: 'graduated',
};

/** A cohort in Samarinda (WITA), 4–8 November 2024, with its participants. Its agency is its own unless given. */
export async function aRunningCohort(db: Database, wishes: RunningCohortWishes = {}): Promise<RunningCohort> {
  const agencyId = wishes.agencyId ?? (await anAgency(db));
  const unitId = await insert(db, `insert into unit (agency_id, parent_id, kind, code, name) select $1, (select id from unit where agency_id = $1 and parent_id is null), 'DINAS', $2, 'Dinas Kesehatan' returning id`, [agencyId, token()]);
  const { curriculumId, activityIds } = await aCurriculum(db, { ...baseCriteria, ...wishes.criteria }, wishes.activities ?? 0);
  const cohortId = await insert(db,
    `insert into cohort (agency_id, curriculum_id, code, name, state, starts_on, ends_on, zone, capacity) values ($1, $2, $3, 'DLA Samarinda Angkatan I', 'running', '2024-11-04', '2024-11-08', 'Asia/Makassar', 500) returning id`,
    [agencyId, curriculumId, token()]);
  const classIds: Record<string, string> = {};
  for (const code of wishes.classes ?? []) classIds[code] = await insert(db, `insert into cohort_class (cohort_id, code, name, capacity) values ($1, $2, $2, 100) returning id`, [cohortId, code]);
  const sessionIds = await someSessions(db, cohortId, classIds, wishes.sessions ?? [{}]);
  const people = [];
  for (let n = 0; n < (wishes.participants ?? 3); n += 1) people.push(await aParticipant(db, { agencyId, unitId, cohortId, n }));
  return { agencyId, unitId, cohortId, sessionIds, classIds, activityIds, enrolmentIds: people.map(({ enrolmentId }) => enrolmentId), personIds: people.map(({ personId }) => personId) };
}

/** An agency with the root of its unit tree. */
export async function anAgency(db: Database): Promise<string> {
  const agencyId = await insert(db, `insert into agency (code, name, short_name, kind, zone) values ($1, 'Pemerintah Kota Samudra', 'Kota Samudra', 'city', 'Asia/Makassar') returning id`, [token()]);
  await insert(db, `insert into unit (agency_id, kind, code, name) values ($1, 'INSTANSI', 'AKAR', 'Pemerintah Kota Samudra') returning id`, [agencyId]);
  return agencyId;
}

/** A person employed at the unit and accepted in the cohort; the n-th by name. */
export async function aParticipant(db: Database, { agencyId, unitId, cohortId, n }: { agencyId: string; unitId: string; cohortId: string; n: number }): Promise<{ enrolmentId: string; personId: string }> {
  const name = n < names.length ? names[n] : `${names[n % names.length] ?? ''} ${String(n)}`;
  const personId = await insert(db, `insert into person (agency_id, full_name, back_title) values ($1, $2, 'S.T.') returning id`, [agencyId, name]);
  const employmentId = await insert(db,
    `insert into employment (person_id, agency_id, unit_id, kind, nip, position_kind, position_name, eselon, valid_from) values ($1, $2, $3, 'PNS', $4, 'PENGAWAS', 'Kepala Seksi', 'IV.a', '2020-01-01') returning id`,
    [personId, agencyId, unitId, nextNip()]);
  const enrolmentId = await insert(db, `insert into enrolment (cohort_id, person_id, employment_id, state) values ($1, $2, $3, 'accepted') returning id`, [cohortId, personId, employmentId]);
  return { enrolmentId, personId };
}

/** A mark as if set on the sheet. */
export function aMark(db: Database, cohort: RunningCohort, { session = 0, participant = 0, mark = 'present', lessonHours = 8, supersedes }: { session?: number; participant?: number; mark?: string; lessonHours?: number; supersedes?: string }): Promise<string> {
  return insert(db, `insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours, supersedes) values ($1, $2, $3, $4, $5, $6) returning id`,
    [cohort.cohortId, cohort.sessionIds[session], cohort.enrolmentIds[participant], mark, lessonHours, supersedes ?? null]);
}

async function aCurriculum(db: Database, criteria: GraduationCriteria, activities: number): Promise<{ curriculumId: string; activityIds: string[] }> {
  const academyId = await insert(db, `insert into academy (code, name) values ($1, 'Akademi Uji') returning id`, [`A${String(randomInt(1e9))}`]);
  const programmeId = await insert(db,
    `insert into programme (academy_id, code, name, owner_name, diklat_kind, diklat_form) values ($1, $2, 'Literasi Digital ASN', 'Kominfo', 1, 'klasikal') returning id`, [academyId, token()]);
  const curriculumId = await insert(db, `insert into curriculum (programme_id, number, lesson_hours, criteria, certificate_design) values ($1, 1, 40, $2, '{}') returning id`, [programmeId, JSON.stringify(criteria)]);
  const moduleId = await insert(db, `insert into module (curriculum_id, position, code, title, lesson_hours) values ($1, 1, 'M1', 'Arsitektur SPBE', 0) returning id`, [curriculumId]);
  const activityIds: string[] = [];
  for (let n = 1; n <= activities; n += 1) activityIds.push(await insert(db, `insert into activity (module_id, position, kind, title, body) values ($1, $2, 'page', 'Bacaan', 'Isi') returning id`, [moduleId, n]));
  return { curriculumId, activityIds };
}

async function someSessions(db: Database, cohortId: string, classIds: Readonly<Record<string, string>>, wishes: readonly SessionWish[]): Promise<string[]> {
  const phaseId = await insert(db, `insert into phase (cohort_id, position, name, mode, starts_on, ends_on) values ($1, 1, 'Tatap muka', 'onsite', '2024-11-04', '2024-11-08') returning id`, [cohortId]);
  const ids: string[] = [];
  for (const [n, { startsAt, endsAt, lessonHours = 8, mandatory = true, state = 'planned', classCode }] of wishes.entries()) {
    const day = String(4 + n).padStart(2, '0');
    ids.push(await insert(db,
      `insert into session (cohort_id, phase_id, class_id, title, starts_at, ends_at, zone, venue, lesson_hours, mandatory, state) values ($1, $2, $3, $4, $5, $6, 'Asia/Makassar', 'Ballroom Lt. 3', $7, $8, $9) returning id`,
      [cohortId, phaseId, classCode ? classIds[classCode] : null, `Sesi ${String(n + 1)}`, startsAt ?? `2024-11-${day}T00:00:00Z`, endsAt ?? `2024-11-${day}T08:00:00Z`, lessonHours, mandatory, state]));
  }
  return ids;
}

async function insert(db: Database, sql: string, values: readonly unknown[]): Promise<string> {
  const [row] = await db.execute<{ id: string }>(sql, values);
  if (!row) throw new Error(`nothing inserted by ${sql}`);
  return row.id;
}

function token(): string {
  return randomUUID().slice(0, 13).toUpperCase();
}

let people = 0;

/** An invented NIP. The database holds one once per agency: birthdays differ from one person to the next. */
function nextNip(): string {
  people += 1;
  const born = new Date(Date.UTC(1970, 0, people % 9000)).toISOString().slice(0, 10).replaceAll('-', '');
  return `${born}2010011${String(901 + (people % 99))}`;
}
