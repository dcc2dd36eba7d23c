import { roman } from '../platform/numbers.rules.js';
import type { EmploymentKind } from './person.types.js';

/** Golongan ruang of a PNS with its pangkat and SIASN's id. */
export interface GolonganRow {
  readonly golongan: string;
  readonly pangkat: string;
  readonly siasnId: number;
}

/** From the lowest to the highest (PP 11/2017; ids of SIASN `golonganPns`). */
export const golonganRows: readonly GolonganRow[] = [
  { golongan: 'I/a', pangkat: 'Juru Muda', siasnId: 11 },
  { golongan: 'I/b', pangkat: 'Juru Muda Tingkat I', siasnId: 12 },
  { golongan: 'I/c', pangkat: 'Juru', siasnId: 13 },
  { golongan: 'I/d', pangkat: 'Juru Tingkat I', siasnId: 14 },
  { golongan: 'II/a', pangkat: 'Pengatur Muda', siasnId: 21 },
  { golongan: 'II/b', pangkat: 'Pengatur Muda Tingkat I', siasnId: 22 },
  { golongan: 'II/c', pangkat: 'Pengatur', siasnId: 23 },
  { golongan: 'II/d', pangkat: 'Pengatur Tingkat I', siasnId: 24 },
  { golongan: 'III/a', pangkat: 'Penata Muda', siasnId: 31 },
  { golongan: 'III/b', pangkat: 'Penata Muda Tingkat I', siasnId: 32 },
  { golongan: 'III/c', pangkat: 'Penata', siasnId: 33 },
  { golongan: 'III/d', pangkat: 'Penata Tingkat I', siasnId: 34 },
  { golongan: 'IV/a', pangkat: 'Pembina', siasnId: 41 },
  { golongan: 'IV/b', pangkat: 'Pembina Tingkat I', siasnId: 42 },
  { golongan: 'IV/c', pangkat: 'Pembina Utama Muda', siasnId: 43 },
  { golongan: 'IV/d', pangkat: 'Pembina Utama Madya', siasnId: 44 },
  { golongan: 'IV/e', pangkat: 'Pembina Utama', siasnId: 45 },
];

/** Golongan of a PPPK, I to XVII; they have no pangkat. */
export const pppkGolongan: readonly string[] = Array.from({ length: 17 }, (_, index) => roman(index + 1));

/** Pangkat of a golongan ruang, or null when there is none by that name. */
export function pangkatOf(golongan: string): string | null {
  return golonganRows.find((row) => row.golongan === golongan)?.pangkat ?? null;
}

/** Whether someone of that kind may hold the golongan. */
export function isGolonganOf(kind: EmploymentKind, golongan: string): boolean {
  if (kind === 'PNS' || kind === 'CPNS') return pangkatOf(golongan) !== null;
  return kind !== 'NON_ASN' && pppkGolongan.includes(golongan);
}

/** Rank as printed: `Penata Tingkat I (III/d)`, for a PPPK `Golongan IX`; null when there is no golongan. */
export function rankPrinted(golongan: string | null): string | null {
  if (golongan === null || golongan === '') return null;
  const pangkat = pangkatOf(golongan);
  return pangkat === null ? `Golongan ${golongan}` : `${pangkat} (${golongan})`;
}
