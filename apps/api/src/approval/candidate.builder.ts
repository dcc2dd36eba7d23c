import { randomInt, randomUUID } from 'node:crypto';
import { systemActor, type Database, type Transaction } from '../platform/index.js';

/** What a test says of a cohort that selects; the rest has sane defaults. */
export interface SelectingWishes {
  readonly route?: 'one_step' | 'two_steps';
  readonly steps?: readonly ('administration' | 'substance')[];
  readonly capacity?: number;
  /** Nominees of each unit, in the order of its letter. */
  readonly units?: readonly UnitWish[];
  /** Cells of the matrix by number of the unit (null: any) and band (null: any). */
  readonly cells?: readonly { readonly unit: number | null; readonly band: string | null; readonly seats: number }[];
  readonly eligibility?: object;
  readonly agencyId?: string;
}

export interface UnitWish {
  readonly nominees: number;
  readonly eselon?: string | null;
}

/** Ids of what was made. */
export interface SelectingCohort {
  readonly agencyId: string;
  readonly cohortId: string;
  readonly unitIds: readonly string[];
  readonly nominationIds: readonly string[];
  readonly quotaIds: readonly string[];
  /** Enrolments and people, unit after unit. */
  readonly enrolmentIds: readonly string[];
  readonly personIds: readonly string[];
}

type Add = (table: string, row: Readonly<Record<string, unknown>>) => Promise<string>;

const names = ['Arga Embun', 'Bayu Kemuning', 'Citra Savana', 'Dahlia Rimba', 'Elang Mentari', 'Gita Samudra', 'Intan Lembah', 'Jaka Pinus', 'Lestari Senja', 'Mahoni Bayu'];
let people = 0;

/** A cohort in Samarinda that takes nominations, with letters of its units and their nominees. */
export async function aSelectingCohort(db: Database, wishes: SelectingWishes = {}): Promise<SelectingCohort> {
  return db.transaction(systemActor(), async (tx) => {
    const add: Add = (table, row) => insert(tx, table, row);
    const agencyId = wishes.agencyId ?? (await add('agency', { code: mark(), name: 'Pemerintah Kota Embun', short_name: 'Kota Embun', kind: 'city', zone: 'Asia/Makassar' }));
    const rootId = await rootOf(tx, add, agencyId);
    const cohortId = await aCohort(add, agencyId, wishes.capacity ?? 30);
    const { route = 'two_steps', steps = [], eligibility = {} } = wishes;
    await tx.query(`update admission set route = $2, steps = $3, eligibility = $4 where cohort_id = $1`, [cohortId, route, steps, JSON.stringify(eligibility)]);
    const submitter = await add('account', { login: `pengusul-${mark().toLowerCase()}`, display_name: 'Pengusul Cemara' });
    const made = { unitIds: [] as string[], nominationIds: [] as string[], enrolmentIds: [] as string[], personIds: [] as string[] };
    for (const [n, unit] of (wishes.units ?? [{ nominees: 3 }]).entries()) {
      const unitId = await add('unit', { agency_id: agencyId, parent_id: rootId, kind: 'DINAS', code: mark(), name: `Dinas ${['Kesehatan', 'Pendidikan', 'Perikanan', 'Pertanian', 'Sosial'][n] ?? String(n)}` });
      const nominationId = await add('nomination', { cohort_id: cohortId, agency_id: agencyId, unit_id: unitId, letter_number: `800/${String(n + 1)}/USUL/2026`, letter_on: '2026-01-05', submitted_by: submitter });
      made.unitIds.push(unitId);
      made.nominationIds.push(nominationId);
      for (let rank = 1; rank <= unit.nominees; rank += 1) await aNominee(add, made, { agencyId, unitId, cohortId, nominationId, rank, eselon: unit.eselon === undefined ? 'III.a' : unit.eselon });
    }
    const quotaIds: string[] = [];
    for (const { unit, band, seats } of wishes.cells ?? []) quotaIds.push(await add('quota', { cohort_id: cohortId, unit_id: unit === null ? null : made.unitIds[unit], band, seats }));
    return { agencyId, cohortId, quotaIds, ...made };
  });
}

async function aNominee(add: Add, made: { enrolmentIds: string[]; personIds: string[] }, { agencyId, unitId, cohortId, nominationId, rank, eselon }: { agencyId: string; unitId: string; cohortId: string; nominationId: string; rank: number; eselon: string | null }): Promise<void> {
  people += 1;
  const personId = await add('person', { agency_id: agencyId, full_name: `${names[people % names.length] ?? ''} ${String(people)}`, gender: people % 2 === 0 ? 'L' : 'P' });
  const employmentId = await add('employment', {
    person_id: personId, agency_id: agencyId, unit_id: unitId, kind: 'PNS', nip: nextNip(), position_kind: 'ADMINISTRATOR', position_name: 'Kepala Bidang', eselon, valid_from: '2020-01-01',
  });
  made.personIds.push(personId);
  made.enrolmentIds.push(await add('enrolment', { cohort_id: cohortId, person_id: personId, employment_id: employmentId, state: 'nominated', nomination_id: nominationId, nomination_rank: rank }));
}

async function aCohort(add: Add, agencyId: string, capacity: number): Promise<string> {
  const academyId = await add('academy', { code: `A${String(randomInt(1e9))}`, name: 'Akademi Embun' });
  const programmeId = await add('programme', { academy_id: academyId, code: mark(), name: 'Kepemimpinan Digital', owner_name: 'Balai Cemara', diklat_kind: 3, diklat_form: 'klasikal' });
  const curriculumId = await add('curriculum', { programme_id: programmeId, number: 1, lesson_hours: 40, criteria: '{}', certificate_design: '{}' });
  return add('cohort', {
    agency_id: agencyId, curriculum_id: curriculumId, code: mark(), name: 'DLA Embun Angkatan I', state: 'enrolling', starts_on: '2026-03-02', ends_on: '2026-03-06', zone: 'Asia/Makassar', venue_name: 'Balai Embun', capacity,
  });
}

async function rootOf(tx: Transaction, add: Add, agencyId: string): Promise<string> {
  const [root] = await tx.query<{ id: string }[]>(`select id from unit where agency_id = $1 and parent_id is null`, [agencyId]);
  return root?.id ?? add('unit', { agency_id: agencyId, kind: 'INSTANSI', code: 'AKAR', name: 'Pemerintah Kota Embun' });
}

async function insert(tx: Transaction, table: string, row: Readonly<Record<string, unknown>>): Promise<string> {
  const columns = Object.keys(row);
  const [made] = await tx.query<{ id: string }[]>(`insert into ${table} (${columns.join(', ')}) values (${columns.map((_, n) => `$${String(n + 1)}`).join(', ')}) returning id`, Object.values(row));
  if (!made) throw new Error(`nothing inserted into ${table}`);
  return made.id;
}

function mark(): string {
  return randomUUID().slice(0, 13).toUpperCase();
}

/** An invented NIP; birthdays differ from one person to the next. */
function nextNip(): string {
  const born = new Date(Date.UTC(1970, 0, people % 9000)).toISOString().slice(0, 10).replaceAll('-', '');
  return `${born}2010011${String(901 + (people % 99))}`;
}
