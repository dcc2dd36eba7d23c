import { golonganRows, type EmploymentKind, type Gender, type PositionKind } from '@jenjang/shared';
import { itemAt, type Chance } from './chance.js';
import type { Education } from './names.js';

/** What a person is before a jabatan is given a place: when born, when appointed, how far. */
export interface Career {
  readonly gender: Gender;
  readonly education: Education;
  readonly kind: EmploymentKind;
  /** ISO dates. */
  readonly birthDate: string;
  readonly validFrom: string;
  readonly nip: string | null;
  readonly golongan: string | null;
}

/** Gives numbers whose last three digits no real register reaches: 901 to 999 (domain.md §11.3). */
export type NipSource = (birthDate: string, year: number, tail: number, gender: Gender) => string;

export function nipSource(): NipSource {
  const last = new Map<string, number>();
  return (birthDate, year, tail, gender) => {
    const stem = `${birthDate.replaceAll('-', '')}${year}${pad(tail)}${gender === 'L' ? 1 : 2}`;
    const sequence = (last.get(stem) ?? 900) + 1;
    last.set(stem, sequence);
    return `${stem}${sequence}`;
  };
}

/** Ages in 2026 by jabatan. */
const ages: Readonly<Record<PositionKind, readonly [number, number]>> = {
  JPT_UTAMA: [50, 58], JPT_MADYA: [50, 58], JPT_PRATAMA: [47, 57], ADMINISTRATOR: [40, 56], PENGAWAS: [37, 54], FUNGSIONAL: [38, 54], PELAKSANA: [24, 57], NON_ASN: [25, 60],
};

/** Least and highest golongan of a managerial jabatan, as places in `golonganRows`. */
const ranks: Partial<Record<PositionKind, readonly [number, number]>> = { JPT_MADYA: [14, 15], JPT_PRATAMA: [13, 14], ADMINISTRATOR: [11, 13], PENGAWAS: [10, 11], FUNGSIONAL: [10, 13] };
const entry: Readonly<Record<Education, readonly [number, number]>> = { SLTA: [4, 9], D3: [6, 11], S1: [8, 11], S2: [9, 12] };
const pppkRank: Readonly<Record<Education, string>> = { SLTA: 'V', D3: 'VII', S1: 'IX', S2: 'X' };
const yearsPerStep = 4;

/** The career of someone who holds a jabatan of their own: always a PNS. */
export function careerOfHolder(chance: Chance, positionKind: PositionKind, nips: NipSource): Career {
  const [youngest, oldest] = ages[positionKind];
  const birthYear = 2026 - chance.whole(youngest, oldest);
  const year = birthYear + chance.whole(22, 27);
  const about = { gender: genderOf(chance), education: chance.happens(0.7) ? 'S2' as const : 'S1' as const, birthDate: dateIn(chance, birthYear) };
  const [least, most] = ranks[positionKind] ?? [8, 16];
  const golongan = golonganAt(Math.min(Math.max(entry[about.education][0] + steps(year), least), most));
  return { ...about, kind: 'PNS', golongan, nip: nips(about.birthDate, year, chance.whole(1, 12), about.gender), validFrom: dateIn(chance, chance.whole(2020, 2021)) };
}

/** The career of staff: seven in ten PNS, the others PPPK, of whom one in six works part of the time. */
export function careerOfStaff(chance: Chance, nips: NipSource): Career {
  const about = { gender: genderOf(chance), education: educationOf(chance) };
  const isPppk = chance.happens(0.35);
  const birthYear = 2026 - chance.whole(24, 57);
  return isPppk ? pppk(chance, nips, { ...about, birthDate: dateIn(chance, birthYear) }) : pns(chance, nips, { ...about, birthDate: dateIn(chance, birthYear) });
}

/** Someone without a nip, such as a kader PKK. */
export function careerOutside(chance: Chance): Career {
  return { gender: 'P', education: 'SLTA', kind: 'NON_ASN', birthDate: dateIn(chance, 2026 - chance.whole(28, 55)), validFrom: '2021-01-01', nip: null, golongan: null };
}

type About = Pick<Career, 'gender' | 'education' | 'birthDate'>;

function pns(chance: Chance, nips: NipSource, about: About): Career {
  const year = Math.min(Number(about.birthDate.slice(0, 4)) + chance.whole(22, 35), 2024);
  const month = chance.whole(1, 12);
  const [first, highest] = entry[about.education];
  const settled = dateIn(chance, chance.whole(2019, 2021));
  const appointed = `${year}-${pad(month)}-01`;
  return {
    ...about, kind: 'PNS', golongan: golonganAt(Math.min(first + steps(year), highest)), nip: nips(about.birthDate, year, month, about.gender),
    validFrom: appointed > settled ? appointed : settled,
  };
}

function pppk(chance: Chance, nips: NipSource, about: About): Career {
  const partTime = chance.happens(1 / 6);
  const year = partTime ? 2025 : chance.whole(2021, 2025);
  return {
    ...about, kind: partTime ? 'PPPK_PART_TIME' : 'PPPK', golongan: pppkRank[about.education], nip: nips(about.birthDate, year, partTime ? 24 : 21, about.gender),
    validFrom: `${year}-${pad(chance.whole(1, 12))}-01`,
  };
}

function genderOf(chance: Chance): Gender {
  return chance.happens(0.53) ? 'P' : 'L';
}

function educationOf(chance: Chance): Education {
  const share = chance.whole(1, 100);
  if (share <= 17) return 'SLTA';
  if (share <= 32) return 'D3';
  return share <= 88 ? 'S1' : 'S2';
}

/** One golongan about every four years, counted to 2024. */
function steps(year: number): number {
  return Math.max(0, Math.floor((2024 - year) / yearsPerStep));
}

function golonganAt(place: number): string {
  return itemAt(golonganRows, place).golongan;
}

function dateIn(chance: Chance, year: number): string {
  return `${year}-${pad(chance.whole(1, 12))}-${pad(chance.whole(1, 28))}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
