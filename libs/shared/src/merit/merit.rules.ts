import type { DiklatKind, IpAsnBucket, SiasnLetter } from './merit.types.js';

/** The 25 forms, by SIASN id. */
export const diklatKinds: readonly DiklatKind[] = [
  kind(1, 'Diklat Struktural', 'Pelatihan struktural kepemimpinan', 'klasikal', 'T'),
  kind(2, 'Diklat Fungsional', 'Pelatihan fungsional', 'klasikal', 'F'),
  kind(3, 'Diklat Teknis', 'Pelatihan teknis', 'klasikal', 'T'),
  kind(4, 'Workshop', 'Workshop/lokakarya', 'klasikal', 'P'),
  kind(5, 'Pelatihan Manajerial', 'Pelatihan manajerial', 'klasikal', 'T'),
  kind(6, 'Pelatihan Sosial Kultural', 'Pelatihan sosial kultural', 'klasikal', 'T'),
  kind(7, 'Sosialisasi', 'Sosialisasi', 'klasikal', 'P'),
  kind(8, 'Bimbingan Teknis', 'Bimbingan teknis', 'klasikal', 'T'),
  kind(9, 'Seminar', 'Seminar/konferensi/sarasehan', 'klasikal', 'P'),
  kind(10, 'Magang', 'Magang/praktik kerja', 'nonklasikal', 'T'),
  kind(11, 'Kursus', 'Kursus', 'klasikal', 'T'),
  kind(12, 'Penataran', 'Penataran', 'klasikal', 'T'),
  kind(13, 'Klasikal lainnya', 'Bentuk klasikal lainnya', 'klasikal', 'T'),
  kind(14, 'Coaching', 'Coaching', 'nonklasikal', 'T'),
  kind(15, 'Mentoring', 'Mentoring', 'nonklasikal', 'T'),
  kind(16, 'E-Learning', 'E-learning', 'nonklasikal', 'T'),
  kind(17, 'Pelatihan Jarak Jauh', 'Pelatihan jarak jauh', 'nonklasikal', 'T'),
  kind(18, 'Detasering', 'Detasering', 'nonklasikal', 'T'),
  kind(19, 'Outbond', 'Pembelajaran alam terbuka', 'nonklasikal', 'T'),
  kind(20, 'Benchmarking', 'Patok banding', 'nonklasikal', 'T'),
  kind(21, 'Pertukaran PNS–swasta/BUMN/BUMD', 'Pertukaran PNS dengan pegawai swasta/BUMN/BUMD', 'nonklasikal', 'T'),
  kind(22, 'Belajar Mandiri', 'Belajar mandiri', 'nonklasikal', 'T'),
  kind(23, 'Komunitas Belajar', 'Komunitas belajar', 'nonklasikal', 'T'),
  kind(24, 'Bimbingan di Tempat Kerja', 'Bimbingan di tempat kerja', 'nonklasikal', 'T'),
  kind(25, 'Nonklasikal lainnya', 'Bentuk nonklasikal lainnya', 'nonklasikal', 'T'),
];

/** The form with this SIASN id, or null. */
export function diklatKindOf(id: number): DiklatKind | null {
  return diklatKinds.find((known) => known.id === id) ?? null;
}

/** Where a training counts in the IP ASN; null for an unknown kind. A DLA is technical training: only kind 1 is diklat kepemimpinan. */
export function ipAsnBucket(diklatKind: number): IpAsnBucket | null {
  if (diklatKindOf(diklatKind) === null) return null;
  if (diklatKind === 1) return 'PIM';
  if (diklatKind === 2) return 'FUNGSIONAL';
  return [4, 7, 9].includes(diklatKind) ? 'SEMINAR' : 'TEKNIS_20JP';
}

/** Text that a spreadsheet will show and not run: what it would read as a formula gets an apostrophe in front. */
export function csvSafe(text: string): string {
  return /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}

function kind(id: number, name: string, formName: string, form: DiklatKind['form'], siasnLetter: SiasnLetter): DiklatKind {
  return { id, name, formName, form, siasnLetter };
}
