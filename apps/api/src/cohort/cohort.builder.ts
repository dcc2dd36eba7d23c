import { randomBytes, randomUUID } from 'node:crypto';
import type { CreateCohortRequest, SessionRequest } from '@jenjang/shared';
import { systemActor, type Database } from '../platform/index.js';

/** An agency with a unit tree, and a programme with a published curriculum of 12 JP in two modules. */
export interface Ground {
  readonly agencyId: string;
  readonly rootUnitId: string;
  /** A dinas below the root, and a bidang below it. */
  readonly unitId: string;
  readonly subUnitId: string;
  readonly programmeId: string;
  readonly curriculumId: string;
  readonly moduleIds: readonly [string, string];
}

/** A request as JSON, without its class. */
type Plain<Request> = Pick<Request, keyof Request>;

const anyCode = (): string => randomBytes(4).toString('hex').toUpperCase();

const criteria = { minAttendancePercent: 80, excusedLeavesDenominator: false, allModules: false, components: [], minFinalScore: null, predicates: [], outcome: 'graduated' };
const design = { kind: 'graduation', heading: 'SERTIFIKAT', numberTemplate: '{seq:5}/{programme}/{year}', counterScope: 'YEAR', nipShown: 'full', validYears: null };

/** Twelve digits that no other call has used, so that numbers stay unique within an agency. */
const nipPrefix = (): string => `9${String(BigInt(`0x${randomBytes(8).toString('hex')}`)).padStart(20, '0').slice(-11)}`;

async function insert(db: Database, table: string, row: Readonly<Record<string, unknown>>): Promise<string> {
  const names = Object.keys(row);
  const [made] = await db.execute<{ id: string }>(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${String(index + 1)}`).join(', ')}) returning id`, Object.values(row));
  return made!.id;
}

/** A place for cohorts of its own, so that specs never meet. */
export async function aGround(db: Database): Promise<Ground> {
  const code = anyCode();
  const agencyId = await insert(db, 'agency', { code: `KOTA-${code}`, name: `Pemerintah Kota Telaga ${code}`, short_name: `Kota Telaga ${code}`, kind: 'city', zone: 'Asia/Makassar' });
  const rootUnitId = await insert(db, 'unit', { agency_id: agencyId, kind: 'INSTANSI', code: 'ROOT', name: 'Pemerintah Kota Telaga' });
  const unitId = await insert(db, 'unit', { agency_id: agencyId, parent_id: rootUnitId, kind: 'DINAS', code: 'DINKES', name: 'Dinas Kesehatan' });
  const subUnitId = await insert(db, 'unit', { agency_id: agencyId, parent_id: unitId, kind: 'BIDANG', code: 'DINKES-1', name: 'Bidang Pelayanan' });
  const academyId = await insert(db, 'academy', { code: `A${code}`, name: 'Akademi Embun' });
  const programmeId = await insert(db, 'programme', { academy_id: academyId, code: `P-${code}`, name: 'Kepemimpinan Digital', owner_name: 'Balai Pelatihan Cemara', diklat_kind: 1, diklat_form: 'klasikal' });
  const curriculumId = await insert(db, 'curriculum', { programme_id: programmeId, number: 1, lesson_hours: 12, criteria: JSON.stringify(criteria), certificate_design: JSON.stringify(design) });
  const first = await insert(db, 'module', { curriculum_id: curriculumId, position: 1, code: 'M1', title: 'Visi digital', lesson_hours: 6 });
  const second = await insert(db, 'module', { curriculum_id: curriculumId, position: 2, code: 'M2', title: 'Tata kelola data', lesson_hours: 6 });
  await db.execute(`update curriculum set state = 'published', published_at = now() where id = $1`, [curriculumId]);
  return { agencyId, rootUnitId, unitId, subUnitId, programmeId, curriculumId, moduleIds: [first, second] };
}

/** A request for a cohort from 7 to 11 September 2026 in WITA. */
export function cohortRequest(ground: Ground, changes: Partial<Plain<CreateCohortRequest>> = {}): Plain<CreateCohortRequest> {
  return {
    agencyId: ground.agencyId, curriculumId: ground.curriculumId, code: `DLA-${anyCode()}`, name: 'DLA Telaga 2026', ordinal: 1, mode: 'onsite',
    startsOn: '2026-09-07', endsOn: '2026-09-11', zone: 'Asia/Makassar', venueName: 'Gedung Diklat', venueCity: 'Telaga', capacity: 30, ...changes,
  };
}

/** A request for a session of 6 JP on the first morning. */
export function sessionRequest(phaseId: string, changes: Partial<Plain<SessionRequest>> = {}): Plain<SessionRequest> {
  return {
    phaseId, classId: null, moduleId: null, title: 'Visi digital', startsAt: '2026-09-07T08:00', endsAt: '2026-09-07T12:30', zone: 'Asia/Makassar',
    venue: 'Ruang Kenanga', venueId: null, roomId: null, meetingUrl: '', lessonHours: 6, mandatory: true, facilitatorIds: [], ...changes,
  };
}

/** People of an agency with one employment each, names in order. Answers their ids. */
export async function somePeople(db: Database, ground: Ground, count: number, changes: { name?: string; unitId?: string } = {}): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await db.transaction(systemActor(), async (tx) => {
    await tx.query(`insert into person (id, agency_id, full_name) select id, $2, $3 || ' ' || lpad(n::text, 6, '0') from unnest($1::uuid[]) with ordinality x (id, n)`, [ids, ground.agencyId, changes.name ?? 'Embun']);
    await tx.query(
      `insert into employment (person_id, agency_id, unit_id, kind, nip, position_kind, position_name, eselon, valid_from)
       select id, $2, $3, 'PNS', $4 || lpad(n::text, 6, '0'), 'PENGAWAS', 'Kepala Seksi', 'IV.a', '2020-01-01'
       from unnest($1::uuid[]) with ordinality x (id, n)`, [ids, ground.agencyId, changes.unitId ?? ground.unitId, nipPrefix()]);
  });
  return ids;
}

/** A cohort in a state, straight in the tables. */
export async function aCohort(db: Database, ground: Ground, changes: Readonly<Record<string, unknown>> = {}): Promise<{ id: string; phaseId: string }> {
  const id = await insert(db, 'cohort', {
    agency_id: ground.agencyId, curriculum_id: ground.curriculumId, code: `C-${anyCode()}`, name: 'DLA Telaga 2026', state: 'enrolling', starts_on: '2026-09-07', ends_on: '2026-09-11',
    zone: 'Asia/Makassar', capacity: 30, signatories: '[{"name":"Seruni Pualam","nip":null,"position":"Kepala BKPSDM","rank":null}]', ...changes,
  });
  const phaseId = await insert(db, 'phase', { cohort_id: id, position: 1, name: 'Pelaksanaan', mode: 'onsite', starts_on: '2026-09-07', ends_on: '2026-09-11' });
  return { id, phaseId };
}
