import type { DutyStatus } from '@jenjang/shared';
import type { NipSource } from './careers.js';
import { chanceOf, idOf, itemAt } from './chance.js';
import type { InventedName } from './names.js';
import type { DemoPerson, EmploymentRow } from './people.js';
import { unitId, type AgencyTree } from './units.js';

type Oddity = (found: DemoPerson, nips: NipSource) => DemoPerson;

/** Rare things that real registers hold: each must be shown rightly somewhere (domain.md §11.5). */
const oddities: Readonly<Record<string, Oddity>> = {
  'SMD/staff/11': nipChanged((nip) => `${nip.slice(0, 4)}0231${nip.slice(8)}`),
  'SMD/staff/12': nipChanged((nip) => `${Number(nip.slice(0, 4)) - 1}${nip.slice(4)}`),
  'SMD/staff/13': nipChanged((nip) => `${nip.slice(0, 14)}${nip[14] === '1' ? '2' : '1'}${nip.slice(15)}`),
  'SMD/staff/21': named({ frontTitle: null, fullName: 'Cahaya Telaga', backTitle: 'S.Sos.' }),
  'SMD/staff/22': named({ frontTitle: null, fullName: 'Cahaya Telaga', backTitle: 'S.Sos.' }),
  'SMD/staff/31': onDuty('leave'),
  'SMD/staff/32': onDuty('study'),
  'SMD/staff/33': onDuty('suspended'),
  'SMD/staff/34': onDuty('retired'),
  'SMD/staff/41': named({ frontTitle: null, fullName: 'Bahrun Nada بحر الندى', backTitle: null }),
  'SMD/staff/51': fromPppkToPns,
  'SMD/head/DP2PA': named({ frontTitle: 'Prof. Dr. Ir.', fullName: 'Kemuning Lazuardi Bentala Pualam Samudera Lembayung Halimun', backTitle: 'S.Sos., S.H., M.Si., M.AP., M.M., Ph.D.' }),
  'SMD/head/DISKAN': named({ frontTitle: null, fullName: "Syu'lah", backTitle: 'S.Pi., M.Si.' }),
  // Since the Digital Leadership Academy of 2024 they have gone on; their certificates say what they were then.
  'SMD/camat/64.72.01': movedOn('2025-02-03', { unitId: unitId('SMD', 'INSPEKTORAT'), positionName: 'Inspektur Pembantu Wilayah III' }),
  'SMD/camat/64.72.07': movedOn('2025-07-01', { unitId: unitId('SMD', 'DISNAKER'), positionName: 'Kepala Dinas Tenaga Kerja', positionKind: 'JPT_PRATAMA', eselon: 'II.b', golongan: 'IV/b' }),
  'SMD/head/DISNAKER': movedOn('2025-07-01', { unitId: unitId('SMD', 'SETDA'), positionName: 'Staf Ahli Bidang Kemasyarakatan dan SDM' }),
  'SMD/lurah/64.72.03.1002': movedOn('2026-01-05', { unitId: unitId('SMD', 'SETDA'), positionName: 'Kepala Bagian Kesejahteraan Rakyat', positionKind: 'ADMINISTRATOR', eselon: 'III.a' }),
};

/** The day on which staff of every city changed places after a reorganisation. */
const reorganised = '2023-03-01';

/** The same people with what is rare among them, and with the moves that every agency sees. */
export function withOddities(people: readonly DemoPerson[], tree: AgencyTree, nips: NipSource): DemoPerson[] {
  return people.map((found) => {
    const oddity = oddities[found.key];
    return oddity ? oddity(found, nips) : reassigned(found, tree);
  });
}

/** One in forty of the staff moved to another unit of the agency. */
function reassigned(found: DemoPerson, tree: AgencyTree): DemoPerson {
  const chance = chanceOf(`${found.key} moves`);
  const { kind, positionKind, validFrom } = lastOf(found);
  const moves = found.key.includes('/staff/') && kind === 'PNS' && positionKind === 'PELAKSANA' && validFrom < reorganised && chance.happens(0.1);
  return moves ? movedOn(reorganised, { unitId: chance.pick(tree.workplaces).unitId })(found) : found;
}

function movedOn(day: string, change: Partial<EmploymentRow>) {
  return (found: DemoPerson): DemoPerson => {
    const before = lastOf(found);
    const after = { ...before, ...change, id: idOf(`employment ${found.key} from ${day}`), validFrom: day };
    return { ...found, employments: [...found.employments.slice(0, -1), { ...before, validTo: day }, after] };
  };
}

function fromPppkToPns(found: DemoPerson, nips: NipSource): DemoPerson {
  const { birthDate, gender } = found.person;
  const first: EmploymentRow = { ...lastOf(found), kind: 'PPPK', golongan: 'IX', nip: nips(birthDate, 2021, 21, gender), validFrom: '2021-04-01' };
  return movedOn('2024-04-01', { kind: 'PNS', golongan: 'III/a', nip: nips(birthDate, 2024, 4, gender) })({ ...found, employments: [first] });
}

function nipChanged(change: (nip: string) => string): Oddity {
  return (found) => ({ ...found, employments: found.employments.map((row) => ({ ...row, nip: row.nip === null ? null : change(row.nip) })) });
}

function named(name: InventedName): Oddity {
  return (found) => ({ ...found, person: { ...found.person, ...name } });
}

function onDuty(dutyStatus: DutyStatus): Oddity {
  return (found) => ({ ...found, employments: found.employments.map((row) => ({ ...row, dutyStatus })) });
}

function lastOf({ employments }: DemoPerson): EmploymentRow {
  return itemAt(employments, employments.length - 1);
}
