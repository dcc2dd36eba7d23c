/** Who signs. Stored per cohort, in printing order. */
export interface Signatory {
  readonly name: string;
  readonly nip: string | null;
  /** Jabatan as printed, with its prefix such as `Plt.` or `a.n. Wali Kota`. */
  readonly position: string;
  readonly rank: string | null;
}

/** How certificates of a curriculum look and are numbered. Stored as `curriculum.certificate_design`. */
export interface CertificateDesign {
  readonly kind: 'graduation' | 'attendance';
  /** Heading in capitals, as `SERTIFIKAT` or `SURAT TANDA TAMAT PELATIHAN`. */
  readonly heading: string;
  /** Tokens {seq:5} {cohort_seq:3} {month:02} {month:roman} {year} {programme} {academy} {unit_code} {class_code} {cohort} {agency}. */
  readonly numberTemplate: string;
  readonly counterScope: 'YEAR' | 'YEAR_UNIT' | 'COHORT' | 'PROGRAMME_YEAR';
  readonly nipShown: 'full' | 'masked';
  /** Years of validity, or null for ever. */
  readonly validYears: number | null;
}

/** A row of the transcript. */
export interface TranscriptLine {
  readonly title: string;
  readonly lessonHours: number;
}

/**
 * Every fact on the paper, as of the training. Stored as `certificate.snapshot`; the PDF, the public page and the
 * public JSON are drawn from it and from nothing else.
 */
export interface CertificateSnapshot {
  readonly layout: 1;
  readonly kind: 'graduation' | 'attendance';
  readonly heading: string;
  readonly number: string;
  readonly code: string;
  /** Absolute address of the public page. */
  readonly verifyUrl: string;
  readonly agency: { readonly name: string; readonly shortName: string; readonly code: string };
  readonly issuer: string;
  readonly partners: readonly string[];
  readonly holder: {
    /** With titles, exactly as printed. */
    readonly name: string;
    readonly nip: string | null;
    /** NIP as printed: full, grouped 8-6-1-3, or masked. */
    readonly nipPrinted: string | null;
    readonly employmentKind: 'PNS' | 'CPNS' | 'PPPK' | 'PPPK_PART_TIME' | 'NON_ASN' | null;
    readonly golongan: string | null;
    /** `Penata Tingkat I (III/d)`, `Golongan IX` or null. */
    readonly rankPrinted: string | null;
    readonly positionKind: string | null;
    readonly positionName: string | null;
    readonly eselon: string | null;
    readonly unitName: string | null;
    readonly opdName: string | null;
    readonly agencyName: string;
    readonly birthPlace: string | null;
    /** ISO date; printed only by layouts that ask for it, never on the public page. */
    readonly birthDate: string | null;
  };
  readonly programme: { readonly code: string; readonly name: string; readonly academy: string; readonly diklatKind: number; readonly form: 'klasikal' | 'nonklasikal' };
  readonly cohort: {
    readonly code: string; readonly name: string; readonly ordinal: number; readonly className: string | null;
    /** ISO dates, local to the zone. */
    readonly startsOn: string; readonly endsOn: string; readonly zone: string;
    readonly venueName: string; readonly venueCity: string; readonly mode: 'onsite' | 'online' | 'hybrid';
  };
  readonly lessonHours: number;
  readonly outcome: 'graduated' | 'attended';
  readonly predicate: string | null;
  readonly finalScore: number | null;
  readonly attendance: { readonly attendedLessonHours: number; readonly plannedLessonHours: number; readonly percent: number };
  readonly transcript: readonly TranscriptLine[];
  readonly curriculumNumber: number;
  /** ISO date in the agency's zone. */
  readonly issuedOn: string;
  readonly issuedIn: string;
  readonly validUntil: string | null;
  readonly signatories: readonly Signatory[];
}

export type CertificateState = 'active' | 'suspended' | 'revoked' | 'superseded';
