import type { Gender } from '@jenjang/shared';
import type { Chance } from './chance.js';

/** Schooling that decides where a career begins. */
export type Education = 'SLTA' | 'D3' | 'S1' | 'S2';

/** A name in its parts. */
export interface InventedName {
  readonly frontTitle: string | null;
  readonly fullName: string;
  readonly backTitle: string | null;
}

/** Nature words, so that every name is visibly invented (domain.md §11). */
const given: Readonly<Record<Gender, readonly string[]>> = {
  L: ('Arga Bima Candra Danu Eka Fajar Galih Hadi Indra Jaya Krisna Lingga Merapi Nusa Oka Panji Rimba Samudra Taufan Umbara Wana Yudha Bayu Guntur Satria Tirta '
    + 'Gading Jati Langit Mahoni Padma Rangga Surya Tegar Ulin Wisnu Elang Banyu Cakra Damar').split(' '),
  P: ('Anjani Bulan Citra Elok Gita Hana Intan Juwita Kirana Laras Melati Nila Pertiwi Ratna Sekar Tiara Utari Wulan Yasmin Aruna Cempaka Dahlia Embun Flamboyan Kemuning '
    + 'Larasati Mega Nirmala Puspa Rinai Seruni Teratai Wangi Asri Cahaya Delima Kasturi Lestari Mutiara Anggrek').split(' '),
};
const second = ('Embun Kerikil Gerimis Cemara Pualam Lazuardi Bentala Kenanga Ilalang Telaga Samudera Pelangi Rimbun Jenggala Savana Karang Muara Lembayung Kabut Gelombang '
  + 'Bukit Pesisir Rembulan Halimun Meranti Bangkirai Kapur Sungkai Nipah Bakau Rotan Damar Gaharu Lontar Rumbia Senja Fajar Angin Hujan Awan Batu Pasir Lumut Pakis '
  + 'Teratai Tanjung Kemuning Cendana Mahoni Jelutung').split(' ');
const apostrophes: Readonly<Record<Gender, readonly string[]>> = { L: ["Syu'lah", "Ma'rifat"], P: ["Ma'wa", "Ru'ya"] };

const backTitles: Readonly<Record<Education, readonly string[]>> = {
  SLTA: [],
  D3: ['A.Md.', 'A.Md.Kom.', 'A.Md.Keb.'],
  S1: ['S.Sos.', 'S.E.', 'S.H.', 'S.Kom.', 'S.T.', 'S.Pd.', 'S.IP.', 'S.STP.', 'S.Si.', 'S.Kep.'],
  S2: ['S.Sos., M.Si.', 'S.E., M.M.', 'S.H., M.H.', 'S.Kom., M.Kom.', 'S.T., M.T.', 'S.Pd., M.Pd.', 'S.STP., M.AP.', 'S.IP., M.Si.'],
};

/** A name for someone of that sex and schooling. One in ten is a single word. */
export function inventName(chance: Chance, gender: Gender, education: Education): InventedName {
  const first = chance.happens(0.008) ? chance.pick(apostrophes[gender]) : chance.pick(given[gender]);
  const fullName = chance.happens(0.1) ? first : [first, chance.pick(second), ...(chance.happens(0.3) ? [chance.pick(second)] : [])].filter(once).join(' ');
  return { frontTitle: chance.happens(0.08) ? frontTitle(chance, gender, education) : null, fullName, backTitle: backTitle(chance, education) };
}

function frontTitle(chance: Chance, gender: Gender, education: Education): string {
  const pilgrim = gender === 'L' ? 'H.' : 'Hj.';
  return education === 'S2' ? chance.pick([`Dr. ${pilgrim}`, 'Dr.', `Ir. ${pilgrim}`, pilgrim]) : pilgrim;
}

function backTitle(chance: Chance, education: Education): string | null {
  const titles = backTitles[education];
  return titles.length > 0 && chance.happens(0.56) ? chance.pick(titles) : null;
}

function once(word: string, index: number, words: readonly string[]): boolean {
  return words.indexOf(word) === index;
}
