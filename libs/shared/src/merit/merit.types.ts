/** How SIASN files a training (jenisKursusSertipikat): T, F or P. Its meaning is not documented; the letter follows the kind. */
export type SiasnLetter = 'T' | 'F' | 'P';

/** Where a training counts in the Kompetensi dimension of the IP ASN (Peraturan BKN 8/2019). */
export const ipAsnBuckets = ['PIM', 'FUNGSIONAL', 'TEKNIS_20JP', 'SEMINAR'] as const;
export type IpAsnBucket = (typeof ipAsnBuckets)[number];

/** A form of competency development: SIASN's `jenisDiklat`. */
export interface DiklatKind {
  /** SIASN id, 1 to 25. */
  readonly id: number;
  /** SIASN's own name of it. */
  readonly name: string;
  /** Name of the form in PerLAN 10/2018, and whether it is held in class. */
  readonly formName: string;
  readonly form: 'klasikal' | 'nonklasikal';
  readonly siasnLetter: SiasnLetter;
}

/** Type of a cell of the merit export. `text` is never read as a number: a nip has 18 digits. */
export type MeritColumnType = 'text' | 'date' | 'number' | 'url';
