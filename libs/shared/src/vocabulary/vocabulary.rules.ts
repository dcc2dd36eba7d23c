import type { UnitKind } from '../agency/unit.types.js';
import { golonganRows, pangkatOf, pppkGolongan } from '../person/golongan.rules.js';
import type { EmploymentKind, Gender, PositionKind } from '../person/person.types.js';
import { eselonsOfPosition } from '../person/position.rules.js';
import { roman } from '../platform/numbers.rules.js';
import { fold, squeeze } from './text.rules.js';

const kindWords: readonly (readonly [EmploymentKind, RegExp])[] = [
  ['PPPK_PART_TIME', /^(pppk|p3k)(parttime|paruhwaktu|pw)$/],
  ['PPPK', /^(pppk|p3k|nipppk|pegawaipemerintahdenganperjanjiankerja)(penuhwaktu)?$/],
  ['CPNS', /^(cpns|cpnsd|calonpns|calonpegawainegerisipil)$/],
  ['PNS', /^(pns|pnsd|pegawainegerisipil|asnpns|pnsaktif)$/],
  ['NON_ASN', /^(non|bukan)(asn|pns)$|^(honorer|honor|thl|tkk|ptt|gtt|kontrak|tenagakontrak|tenagahonorer|pkk|umum|masyarakat|masyarakatumum|swasta|mahasiswa|wirausaha)$/],
];

/** Kind of employment as offices write it, or null. */
export function readKind(text: string): EmploymentKind | null {
  const word = squeeze(text);
  return kindWords.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/**
 * The likely kind when none is written: a month in digits 13 and 14 is what a NIP has and an NI PPPK has not. A guess
 * only (domain.md §1.2): a contract code can look like a month.
 */
export function guessKind(nip: string | null): EmploymentKind {
  if (nip === null) return 'NON_ASN';
  const month = Number(nip.slice(12, 14));
  return month >= 1 && month <= 12 ? 'PNS' : 'PPPK';
}

/** Gender as forms write it, or null. `P` is perempuan: forms that mean pria write the whole word. */
export function readGender(text: string): Gender | null {
  const word = squeeze(text);
  if (/^(l|lk|laki|lakilaki|pria|m|male)$/.test(word)) return 'L';
  return /^(p|pr|perempuan|wanita|f|female)$/.test(word) ? 'P' : null;
}

const romanByNumber: Readonly<Record<string, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV', 5: 'V' };

/** Golongan as offices write it, with or without pangkat: `III/d`, `3d`, `Penata Tk. I (III/d)`, `Gol. IX`; or null. */
export function readGolongan(text: string): string | null {
  const plain = text.trim();
  const rank = /(?:^|[^a-z])(iv|i{1,3}|[1-4])\s*[/.\- ]?\s*([a-e])\)?$/i.exec(plain);
  if (rank) {
    const golongan = `${romanOf(rank[1])}/${(rank[2] ?? '').toLowerCase()}`;
    return pangkatOf(golongan) === null ? null : golongan;
  }
  const word = fold(plain).replace(/^(gol|golongan) /, '');
  const number = /^\d{1,2}$/.test(word) ? roman(Number(word)) : word.toUpperCase();
  if (pppkGolongan.includes(number)) return number;
  const pangkat = word.replace(/\btk\b/g, 'tingkat').replace(/ 1$/, ' i');
  return golonganRows.find((row) => fold(row.pangkat) === pangkat)?.golongan ?? null;
}

/** Echelon as offices write it: `II.b`, `IIb`, `II/B`, `2b`, `Eselon III.a`; or null. */
export function readEselon(text: string): string | null {
  const found = /^(?:eselon|es|esl)?(iv|v|i{1,3}|[1-5])([ab])$/.exec(squeeze(text));
  return found ? `${romanOf(found[1])}.${found[2] ?? ''}` : null;
}

/** Whether the cell says that there is no echelon. */
export function isNoEselon(text: string): boolean {
  return /^(non|noneselon|tidakbereselon|nonesl|tanpaeselon|99|jf|fungsional|pelaksana|staf)$/.test(squeeze(text));
}

const positionWords: readonly (readonly [PositionKind, RegExp])[] = [
  ['JPT_UTAMA', /^(jptutama|pimpinantinggiutama|jabatanpimpinantinggiutama)$/],
  ['JPT_MADYA', /^(jptmadya|pimpinantinggimadya|jabatanpimpinantinggimadya)$/],
  ['JPT_PRATAMA', /^(jpt|jptpratama|pimpinantinggipratama|jabatanpimpinantinggipratama|jabatanpimpinantinggi)$/],
  ['ADMINISTRATOR', /^(jabatan)?administrator$/],
  ['PENGAWAS', /^(jabatan)?pengawas$/],
  ['PELAKSANA', /^(jabatan)?(pelaksana|fungsionalumum|jfu|staf|staff)$/],
  ['FUNGSIONAL', /^(jabatan)?(fungsional|fungsionaltertentu|jf|jft)$/],
  ['NON_ASN', /^(non|bukan)(asn|pns)$/],
];

/** Kind of position as offices write it, or null. `Struktural` is told by its echelon. */
export function readPositionKind(text: string, eselon: string | null): PositionKind | null {
  const word = squeeze(text);
  const direct = positionWords.find(([, pattern]) => pattern.test(word))?.[0];
  if (direct) return direct;
  if (/^(jabatan)?struktural$/.test(word)) return positionOfEselon(eselon);
  return positionOfEselon(readEselon(text));
}

/** The kind of position that an echelon stands for, or null. */
export function positionOfEselon(eselon: string | null): PositionKind | null {
  const found = Object.entries(eselonsOfPosition).find(([, eselons]) => eselon !== null && eselons.includes(eselon));
  // I.a stands for two kinds; the lower is by far the more common.
  return eselon?.startsWith('I.') ? 'JPT_MADYA' : ((found?.[0] as PositionKind | undefined) ?? null);
}

const functionalNames = /\b(ahli (pertama|muda|madya|utama)|terampil|mahir|penyelia|pemula)$|^(guru|dokter|perawat|bidan|apoteker|pranata|auditor|analis|penyuluh|arsiparis|pustakawan|widyaiswara|statistisi|perencana)\b/;

/** The likely kind of position when neither it nor an echelon is written. */
export function guessPositionKind(kind: EmploymentKind, positionName: string): PositionKind {
  if (kind === 'NON_ASN') return 'NON_ASN';
  return functionalNames.test(fold(positionName)) ? 'FUNGSIONAL' : 'PELAKSANA';
}

const unitWords: readonly (readonly [UnitKind, RegExp])[] = [
  ['SETDA', /^(setda|sekretariat daerah)\b/], ['SETWAN', /^(setwan|sekretariat dprd|sekretariat dewan)\b/], ['INSPEKTORAT', /^inspektorat\b/],
  ['SATPOL_PP', /^(satpol|satuan polisi)\b/], ['RSUD', /^(rsud|rumah sakit)\b/], ['DINAS', /^dinas\b/], ['BADAN', /^badan\b/], ['KECAMATAN', /^kecamatan\b/], ['KELURAHAN', /^kelurahan\b/],
  ['SUBBAGIAN', /^(subbagian|subbag|sub bagian|subbidang|sub bidang)\b/], ['BAGIAN', /^(bagian|sekretariat)\b/], ['BIDANG', /^bidang\b/], ['SEKSI', /^seksi\b/], ['UPTD', /^(uptd?|puskesmas|unit pelaksana|smp|sdn?|sekolah)\b/], ['INSTANSI', /^(instansi|pemerintah)\b/],
];

/** Kind of unit as written or as the name begins, or null. */
export function readUnitKind(text: string): UnitKind | null {
  const words = fold(text);
  return unitWords.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

function romanOf(text = ''): string {
  return romanByNumber[text] ?? text.toUpperCase();
}
