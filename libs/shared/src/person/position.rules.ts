import type { EchelonBand, PositionKind } from './person.types.js';

/** Echelons that a kind of jabatan stands for; none where there is no echelon. */
export const eselonsOfPosition: Readonly<Record<PositionKind, readonly string[]>> = {
  JPT_UTAMA: ['I.a'],
  JPT_MADYA: ['I.a', 'I.b'],
  JPT_PRATAMA: ['II.a', 'II.b'],
  ADMINISTRATOR: ['III.a', 'III.b'],
  PENGAWAS: ['IV.a', 'IV.b'],
  FUNGSIONAL: [],
  PELAKSANA: ['V.a', 'V.b'],
  NON_ASN: [],
};

const bandOfPosition: Readonly<Record<PositionKind, EchelonBand>> = {
  JPT_UTAMA: 'I', JPT_MADYA: 'I', JPT_PRATAMA: 'II', ADMINISTRATOR: 'III', PENGAWAS: 'IV', FUNGSIONAL: 'JF', PELAKSANA: 'PELAKSANA', NON_ASN: 'NON_ASN',
};

/** The band to count a person in: the echelon where one is written, else what the kind of jabatan stands for. */
export function echelonBand(eselon: string | null, positionKind: PositionKind): EchelonBand {
  const written = /^(I|II|III|IV|V)\.[ab]$/.exec(eselon ?? '')?.[1];
  return positionKind === 'NON_ASN' || written === undefined ? bandOfPosition[positionKind] : (written as EchelonBand);
}

/** Whether the jabatan is managerial by UU 20/2023. */
export function isManagerial(positionKind: PositionKind): boolean {
  return ['I', 'II', 'III', 'IV'].includes(bandOfPosition[positionKind]);
}
