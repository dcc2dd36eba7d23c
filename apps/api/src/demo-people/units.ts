import type { PositionKind, UnitKind } from '@jenjang/shared';
import { idOf } from './chance.js';
import { ministryOffices, offices, type DemoAgency, type Office } from './offices.js';
import { regionsBelow, type Region } from '../region/index.js';

/** A unit as stored, parents before children. */
export interface UnitRow {
  readonly id: string;
  readonly agencyId: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly code: string;
  readonly name: string;
  readonly regionCode: string | null;
}

export const unitColumns = { id: 'uuid', agencyId: 'uuid', parentId: 'uuid', kind: 'text', code: 'text', name: 'text', regionCode: 'text' } satisfies Record<keyof UnitRow, string>;

/** A jabatan that one person holds. Its key is stable: other parts of the demonstration name people by it. */
export interface Post {
  readonly key: string;
  readonly unitId: string;
  readonly positionKind: PositionKind;
  readonly positionName: string;
  readonly eselon: string | null;
}

/** A place where staff without a managerial jabatan work. */
export interface Workplace {
  readonly unitId: string;
  readonly functional: readonly string[];
  readonly staff: number;
}

/** The units of an agency with its jabatan. */
export interface AgencyTree {
  readonly units: readonly UnitRow[];
  readonly posts: readonly Post[];
  readonly workplaces: readonly Workplace[];
}

/** The identifier of an agency of the demonstration. */
export const agencyId = (code: string): string => idOf(`agency ${code}`);

/** The identifier of a unit by the codes of its agency and its own. */
export const unitId = (agency: string, code: string): string => idOf(`unit ${agency} ${code}`);

/** Builds the tree of an agency. Samarinda has every bidang and every lurah; the others what their cohorts need. */
export function treeOf(agency: DemoAgency, regions: readonly Region[]): AgencyTree {
  const root: UnitRow = { id: unitId(agency.code, 'ROOT'), agencyId: agencyId(agency.code), parentId: null, kind: 'INSTANSI', code: 'ROOT', name: agency.name, regionCode: agency.regionCode };
  const branches = [
    ...officesOf(agency).map((office) => officeBranch(agency, root, office)),
    ...(agency.kind === 'city' ? regionsBelow(regions, agency.regionCode ?? '').map((region) => districtBranch(agency, root, region, regions)) : []),
  ];
  return {
    units: [root, ...branches.flatMap(({ units }) => units)],
    posts: branches.flatMap(({ posts }) => posts),
    workplaces: branches.flatMap(({ workplaces }) => workplaces),
  };
}

function officesOf(agency: DemoAgency): readonly Office[] {
  if (agency.kind === 'ministry') return ministryOffices;
  return isWhole(agency) ? offices : offices.filter(({ common }) => common);
}

/** Whether the agency is shown down to its last bidang. */
function isWhole(agency: DemoAgency): boolean {
  return agency.code === 'SMD' || agency.kind === 'ministry';
}

function officeBranch(agency: DemoAgency, root: UnitRow, office: Office): AgencyTree {
  const unit = below(agency, root, { kind: office.kind, code: office.code, name: office.name });
  const secretariat = ['DINAS', 'BADAN', 'INSPEKTORAT', 'SATPOL_PP'].includes(office.kind) ? [below(agency, unit, { kind: 'BAGIAN', code: `${office.code}-SEK`, name: 'Sekretariat' })] : [];
  const divisions = (isWhole(agency) ? office.divisions : []).map((name, index) =>
    below(agency, unit, { kind: name.startsWith('Bagian') ? 'BAGIAN' : 'BIDANG', code: `${office.code}-${index + 1}`, name }));
  return {
    units: [unit, ...secretariat, ...divisions],
    posts: [
      headOf(agency, unit, office),
      ...advisers(agency, unit),
      ...secretariat.map(({ id }) => post(agency, `secretary/${office.code}`, id, 'ADMINISTRATOR', `Sekretaris ${office.name}`, 'III.a')),
      ...divisions.map((division) => divisionHead(agency, division)),
      ...specialists(agency, unit),
    ],
    workplaces: [unit, ...divisions].map(({ id }) => ({ unitId: id, functional: office.functional, staff: office.staff })),
  };
}

function headOf(agency: DemoAgency, unit: UnitRow, office: Office): Post {
  const isSecretary = unit.kind === 'SETDA';
  if (agency.kind === 'ministry') return post(agency, `head/${office.code}`, unit.id, 'JPT_MADYA', office.head, 'I.a');
  if (agency.kind === 'province') return post(agency, `head/${office.code}`, unit.id, isSecretary ? 'JPT_MADYA' : 'JPT_PRATAMA', office.head, isSecretary ? 'I.b' : 'II.a');
  return post(agency, `head/${office.code}`, unit.id, 'JPT_PRATAMA', office.head, isSecretary ? 'II.a' : 'II.b');
}

/** A city has three asisten and three staf ahli beside its Sekretaris Daerah. */
function advisers(agency: DemoAgency, unit: UnitRow): Post[] {
  if (unit.kind !== 'SETDA' || agency.code !== 'SMD') return [];
  const names = [
    'Asisten Pemerintahan dan Kesejahteraan Rakyat', 'Asisten Perekonomian dan Pembangunan', 'Asisten Administrasi Umum',
    'Staf Ahli Bidang Hukum, Politik, dan Pemerintahan', 'Staf Ahli Bidang Ekonomi, Keuangan, dan Pembangunan', 'Staf Ahli Bidang Kemasyarakatan dan SDM',
  ];
  return names.map((name, index) => post(agency, `adviser/${index + 1}`, unit.id, 'JPT_PRATAMA', name, 'II.b'));
}

/** Those who teach and who analyse at the office for human resources: the demonstration's cohorts and accounts need them by name. */
function specialists(agency: DemoAgency, unit: UnitRow): Post[] {
  if (unit.code !== 'BKPSDM' && unit.code !== 'BPSDM') return [];
  const positions = { 'trainer/1': 'Widyaiswara Ahli Madya', 'trainer/2': 'Widyaiswara Ahli Muda', 'trainer/3': 'Pranata Komputer Ahli Madya', 'analyst/1': 'Analis SDM Aparatur Ahli Muda' };
  return Object.entries(positions).map(([key, name]) => post(agency, key, unit.id, 'FUNGSIONAL', name, null));
}

function divisionHead(agency: DemoAgency, { id, code, kind, name }: UnitRow): Post {
  const positionName = name.startsWith('Inspektur') ? name : `Kepala ${name}`;
  if (agency.kind === 'ministry') return post(agency, `division/${code}`, id, 'JPT_PRATAMA', positionName, 'II.a');
  return post(agency, `division/${code}`, id, 'ADMINISTRATOR', positionName, kind === 'BAGIAN' || name.startsWith('Inspektur') ? 'III.a' : 'III.b');
}

function districtBranch(agency: DemoAgency, root: UnitRow, region: Region, regions: readonly Region[]): AgencyTree {
  const district = below(agency, root, { kind: 'KECAMATAN', code: region.code, name: `Kecamatan ${region.name}`, regionCode: region.code });
  const wards = regionsBelow(regions, region.code).map(({ code, name }) => below(agency, district, { kind: 'KELURAHAN', code, name: `Kelurahan ${name}`, regionCode: code }));
  return {
    units: [district, ...wards],
    posts: [
      post(agency, `camat/${region.code}`, district.id, 'ADMINISTRATOR', `Camat ${region.name}`, 'III.a'),
      ...(isWhole(agency) ? [post(agency, `sekcam/${region.code}`, district.id, 'ADMINISTRATOR', `Sekretaris Camat ${region.name}`, 'III.b')] : []),
      ...(isWhole(agency) ? wards.map(({ id, code, name }) => post(agency, `lurah/${code}`, id, 'PENGAWAS', name.replace('Kelurahan', 'Lurah'), 'IV.a')) : []),
    ],
    workplaces: [district, ...wards].map(({ id }) => ({ unitId: id, functional: ['Analis Kebijakan', 'Penyuluh Sosial'], staff: 1 })),
  };
}

function below(agency: DemoAgency, parent: UnitRow, unit: Pick<UnitRow, 'kind' | 'code' | 'name'> & Partial<UnitRow>): UnitRow {
  return { regionCode: null, ...unit, id: unitId(agency.code, unit.code), agencyId: parent.agencyId, parentId: parent.id };
}

function post(agency: DemoAgency, key: string, unit: string, positionKind: PositionKind, positionName: string, eselon: string | null): Post {
  return { key: `${agency.code}/${key}`, unitId: unit, positionKind, positionName, eselon };
}
