import { parseNip, type DutyStatus, type EmploymentKind, type Gender, type PositionKind } from '@jenjang/shared';
import { careerOfHolder, careerOfStaff, careerOutside, type Career, type NipSource } from './careers.js';
import { chanceOf, idOf, itemAt, type Chance } from './chance.js';
import { inventName, type Education } from './names.js';
import type { DemoAgency } from './offices.js';
import { agencyId, type AgencyTree, type Post, type Workplace } from './units.js';

export interface PersonRow {
  readonly id: string;
  readonly agencyId: string;
  readonly fullName: string;
  readonly frontTitle: string | null;
  readonly backTitle: string | null;
  readonly gender: Gender;
  readonly birthDate: string;
  readonly birthPlace: string;
  readonly email: string;
}

export const personColumns = {
  id: 'uuid', agencyId: 'uuid', fullName: 'text', frontTitle: 'text', backTitle: 'text', gender: 'text', birthDate: 'date', birthPlace: 'text', email: 'text',
} satisfies Record<keyof PersonRow, string>;

export interface EmploymentRow {
  readonly id: string;
  readonly personId: string;
  readonly agencyId: string;
  readonly unitId: string;
  readonly kind: EmploymentKind;
  readonly nip: string | null;
  readonly nipWarnings: readonly string[];
  readonly golongan: string | null;
  readonly positionKind: PositionKind;
  readonly positionName: string;
  readonly eselon: string | null;
  readonly dutyStatus: DutyStatus;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export const employmentColumns = {
  id: 'uuid', personId: 'uuid', agencyId: 'uuid', unitId: 'uuid', kind: 'text', nip: 'text', nipWarnings: 'text[]', golongan: 'text', positionKind: 'text', positionName: 'text',
  eselon: 'text', dutyStatus: 'text', validFrom: 'date', validTo: 'date',
} satisfies Record<keyof EmploymentRow, string>;

/** An invented person with everything that held for them, oldest first. */
export interface DemoPerson {
  /** Key of the post, as `SMD/head/DISKOMINFO`, or of the place among the staff, as `JBI/staff/17`. */
  readonly key: string;
  readonly person: PersonRow;
  readonly employments: readonly EmploymentRow[];
}

/** A jabatan with its unit. */
type Placed = Pick<Post, 'unitId' | 'positionKind' | 'positionName' | 'eselon'>;

const birthPlaces = ['Samarinda', 'Balikpapan', 'Bontang', 'Tenggarong', 'Jambi', 'Banjarmasin', 'Makassar', 'Surabaya', 'Muara Bungo', 'Tarakan', 'Yogyakarta', 'Kediri'];

/** Everybody of an agency: one person per post, the others among the staff. */
export function peopleOf(agency: DemoAgency, tree: AgencyTree, nips: NipSource): DemoPerson[] {
  const staff = agency.people - tree.posts.length;
  return [
    ...tree.posts.map((post) => {
      const chance = chanceOf(post.key);
      return personOf(agency, post.key, chance, careerOfHolder(chance, post.positionKind, nips), post);
    }),
    ...Array.from({ length: staff }, (_, index) => staffMember(agency, tree, index, index >= staff - agency.withoutNip, nips)),
  ];
}

function staffMember(agency: DemoAgency, tree: AgencyTree, index: number, isOutsider: boolean, nips: NipSource): DemoPerson {
  const key = `${agency.code}/staff/${index + 1}`;
  const chance = chanceOf(key);
  const career = isOutsider ? careerOutside(chance) : careerOfStaff(chance, nips);
  return personOf(agency, key, chance, career, isOutsider ? outsiderPlace(chance, tree) : staffPlace(chance, tree, career));
}

function outsiderPlace(chance: Chance, tree: AgencyTree): Placed {
  const ward = chance.pick(tree.units.filter(({ kind }) => kind === 'KELURAHAN'));
  return { unitId: ward.id, positionKind: 'NON_ASN', positionName: `Kader PKK ${ward.name}`, eselon: null };
}

function staffPlace(chance: Chance, tree: AgencyTree, career: Career): Placed {
  const { unitId, functional } = weighted(chance, tree.workplaces);
  // Without a diploma nobody enters a jabatan fungsional; the share of the others makes the national 51 to 38.
  const isFunctional = career.education !== 'SLTA' && chance.happens(0.69);
  if (!isFunctional) return { unitId, positionKind: 'PELAKSANA', positionName: chance.pick(clerical[career.education]), eselon: null };
  return { unitId, positionKind: 'FUNGSIONAL', positionName: `${chance.pick(functional)} ${functionalLevel(career)}`, eselon: null };
}

function weighted(chance: Chance, workplaces: readonly Workplace[]): Workplace {
  let rest = chance.whole(1, workplaces.reduce((sum, { staff }) => sum + staff, 0));
  return workplaces.find(({ staff }) => (rest -= staff) <= 0) ?? itemAt(workplaces, 0);
}

const clerical: Readonly<Record<Education, readonly string[]>> = {
  SLTA: ['Operator Layanan Operasional', 'Pengadministrasi Perkantoran'],
  D3: ['Pengolah Data dan Informasi', 'Pengelola Layanan Operasional'],
  S1: ['Penelaah Teknis Kebijakan', 'Penata Layanan Operasional'],
  S2: ['Penelaah Teknis Kebijakan'],
};

/** Jenjang that goes with golongan; PPPK enter at the first. */
function functionalLevel({ education, golongan }: Career): string {
  if (education === 'D3') return golongan?.startsWith('III') ? 'Mahir' : 'Terampil';
  if (golongan?.startsWith('IV/')) return 'Ahli Madya';
  return golongan === 'III/c' || golongan === 'III/d' ? 'Ahli Muda' : 'Ahli Pertama';
}

function personOf(agency: DemoAgency, key: string, chance: Chance, career: Career, placed: Placed): DemoPerson {
  const { gender, birthDate, education } = career;
  const id = idOf(`person ${key}`);
  const name = inventName(chance, gender, education);
  const birthPlace = chance.pick(birthPlaces);
  const email = `${name.fullName.toLowerCase().replace(/[^a-z]+/g, '.')}.${id.slice(0, 6)}@contoh.example`;
  return {
    key,
    person: { id, agencyId: agencyId(agency.code), ...name, gender, birthDate, birthPlace, email },
    employments: [employmentOf(key, id, agencyId(agency.code), career, placed)],
  };
}

function employmentOf(key: string, personId: string, agency: string, career: Career, placed: Placed): EmploymentRow {
  const { kind, nip, golongan, validFrom } = career;
  const { unitId, positionKind, positionName, eselon } = placed;
  return {
    id: idOf(`employment ${key}`), personId, agencyId: agency, unitId, kind, nip, nipWarnings: [], golongan, positionKind, positionName, eselon,
    dutyStatus: 'active', validFrom, validTo: null,
  };
}

/** What held for a person on a day. */
export function employmentOn({ employments }: DemoPerson, date: string): EmploymentRow | null {
  return employments.find(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date < validTo)) ?? null;
}

/** Doubts about each number, as an import would have stored them on this day. */
export function withNipWarnings({ person, employments, key }: DemoPerson, today: string): DemoPerson {
  const { birthDate, gender } = person;
  const judged = employments.map((employment) => employment.nip === null
    ? employment
    : { ...employment, nipWarnings: parseNip(employment.nip, { kind: employment.kind, birthDate, gender, today }).warnings });
  return { key, person, employments: judged };
}
