import type { CohortMode, CohortState, EnrolmentState, PartnerRole, PhaseMode, Zone } from '@jenjang/shared';

/** What a participant's marks and scores are made to look like. Who graduates is decided by the rule all the same. */
export type Diligence = 'diligent' | 'often_absent' | 'low_score' | 'resat';

/** Someone taken into a cohort, or on the way there. */
export interface Place {
  readonly person: string;
  readonly classCode: string | null;
  readonly state: EnrolmentState;
  readonly reason: string | null;
  readonly diligence: Diligence;
}

/** A session by the clocks of its place. */
export interface SessionStory {
  readonly date: string;
  /** `07.30` */
  readonly time: string;
  readonly lessonHours: number;
  readonly classCode: string | null;
  /** A closed session has every mark; the one that goes on has some; a planned one has none. */
  readonly marks: 'all' | 'some' | 'none';
}

export interface PhaseStory {
  readonly name: string;
  readonly mode: PhaseMode;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly sessions: readonly SessionStory[];
}

/** A cohort as it is to be written. */
export interface CohortStory {
  readonly agency: string;
  /** Code of a national programme. */
  readonly programme: string;
  readonly code: string;
  readonly name: string;
  readonly ordinal: number;
  readonly state: CohortState;
  readonly mode: CohortMode;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: Zone;
  readonly venueName: string;
  readonly venueCity: string;
  readonly capacity: number;
  readonly partners: readonly { readonly role: PartnerRole; readonly name: string }[];
  readonly classes: readonly { readonly code: string; readonly name: string; readonly capacity: number }[];
  readonly phases: readonly PhaseStory[];
  /** Keys of people. */
  readonly facilitators: readonly string[];
  readonly signatories: readonly { readonly person: string; readonly prefix: string }[];
  /** Who marks, scores and decides: the part of the login before the @. */
  readonly marker: string;
  readonly organiser: string;
  /** Share of the materials that was read so far, 0 to 1. */
  readonly materials: number;
  /** ISO instants; null where it has not come to that. */
  readonly decidedAt: string | null;
  readonly issuedAt: string | null;
}

/** A full day of 8 JP, with a break in the morning and one at noon. */
const fullDay = [['08.00', 3], ['10.30', 2], ['13.00', 3]] as const;
const halves = [['08.00', 4], ['13.00', 4]] as const;
const lastHalves = [['08.00', 4], ['13.00', 2], ['14.45', 2]] as const;

type Slots = readonly (readonly [time: string, lessonHours: number])[];

/** The sessions of a day for the whole cohort. */
export function day(date: string, slots: Slots = fullDay, marks: SessionStory['marks'] = 'all'): SessionStory[] {
  return slots.map(([time, lessonHours]) => ({ date, time, lessonHours, classCode: null, marks }));
}

/** Digital Leadership Academy of Samarinda: opened on Monday 9 September 2024, 40 JP over four phases. */
export const dlaSamarinda: CohortStory = {
  agency: 'SMD', programme: 'DLA-CITY', code: 'DLA-SMD-2024', name: 'Digital Leadership Academy Kota Samarinda 2024', ordinal: 1, state: 'completed', mode: 'hybrid',
  startsOn: '2024-09-09', endsOn: '2024-10-01', zone: 'Asia/Makassar', venueName: 'Hotel Tepian Mahakam', venueCity: 'Samarinda', capacity: 55,
  partners: [{ role: 'host', name: 'Pemerintah Kota Samarinda' }, { role: 'owner', name: 'Kementerian Komunikasi dan Informatika' }, { role: 'partner', name: 'Amazon Web Services' }],
  classes: [],
  phases: [
    { name: 'Tatap muka', mode: 'onsite', startsOn: '2024-09-09', endsOn: '2024-09-11', sessions: ['2024-09-09', '2024-09-10', '2024-09-11'].flatMap((date) => day(date)) },
    { name: 'Mandiri: rencana aksi kelompok', mode: 'self_paced', startsOn: '2024-09-12', endsOn: '2024-09-29', sessions: [] },
    { name: 'Pendampingan daring', mode: 'online', startsOn: '2024-09-19', endsOn: '2024-09-26', sessions: ['2024-09-19', '2024-09-26'].flatMap((date) => day(date, [['09.00', 2]])) },
    { name: 'Seminar rencana aksi', mode: 'seminar', startsOn: '2024-09-30', endsOn: '2024-10-01', sessions: [...day('2024-09-30'), ...day('2024-10-01', [['08.00', 4]])] },
  ],
  facilitators: ['SMD/trainer/1', 'KOMDIGI/trainer/1', 'KOMDIGI/trainer/2'],
  signatories: [{ person: 'SMD/head/SETDA', prefix: 'a.n. Wali Kota Samarinda, ' }, { person: 'SMD/head/BKPSDM', prefix: '' }],
  marker: 'fasilitator', organiser: 'penyelenggara', materials: 1, decidedAt: '2024-10-01T06:30:00Z', issuedAt: '2024-10-01T08:00:00Z',
};

const jambiClasses = [['A', 'Desain Grafis'], ['B', 'Manajemen Risiko'], ['C', 'Keamanan Data'], ['D', 'Dasar Teknologi Informasi']] as const;
const jambiDays = ['2022-08-01', '2022-08-02', '2022-08-03', '2022-08-04', '2022-08-05'];

/** Government Transformation Academy of Jambi: 1–5 August 2022, 112 ASN and 8 kader PKK in four parallel classes. */
export const gtaJambi: CohortStory = {
  agency: 'JBI', programme: 'GTA-KOTA', code: 'GTA-JBI-2022', name: 'Government Transformation Academy Kota Jambi 2022', ordinal: 1, state: 'completed', mode: 'onsite',
  startsOn: '2022-08-01', endsOn: '2022-08-05', zone: 'Asia/Jakarta', venueName: 'Hotel Batanghari Indah', venueCity: 'Jambi', capacity: 120,
  partners: [{ role: 'host', name: 'Pemerintah Kota Jambi' }, { role: 'owner', name: 'Kementerian Komunikasi dan Informatika' }],
  classes: jambiClasses.map(([code, name]) => ({ code, name, capacity: 30 })),
  phases: [{ name: 'Pelatihan tatap muka', mode: 'onsite', startsOn: '2022-08-01', endsOn: '2022-08-05', sessions: jambiClasses.flatMap(([code]) => jambiDays.flatMap((date) =>
    day(date, date === '2022-08-05' ? lastHalves : halves).map((session) => ({ ...session, classCode: code })))) }],
  facilitators: ['JBI/trainer/1', 'JBI/trainer/2', 'JBI/trainer/3', 'KOMDIGI/trainer/1'],
  signatories: [{ person: 'JBI/head/SETDA', prefix: 'a.n. Wali Kota Jambi, ' }, { person: 'JBI/head/BKPSDM', prefix: '' }],
  marker: 'jambi', organiser: 'jambi', materials: 1, decidedAt: '2022-08-05T09:30:00Z', issuedAt: '2022-08-08T02:00:00Z',
};

/** Bimtek for the GCIO of Bontang: 25–27 October 2023 in Jakarta (WIB) for an agency in WITA; 20 JP, attendance only. */
export const gcioBontang: CohortStory = {
  agency: 'BTG', programme: 'GCIO-BIMTEK', code: 'GCIO-BTG-2023', name: 'Bimbingan Teknis GCIO Kota Bontang 2023', ordinal: 1, state: 'completed', mode: 'onsite',
  startsOn: '2023-10-25', endsOn: '2023-10-27', zone: 'Asia/Jakarta', venueName: 'Hotel Taman Ilalang', venueCity: 'Jakarta', capacity: 40,
  partners: [{ role: 'host', name: 'Pemerintah Kota Bontang' }, { role: 'partner', name: 'Pemerintah Provinsi Kalimantan Timur' }],
  classes: [],
  phases: [{ name: 'Bimbingan teknis', mode: 'onsite', startsOn: '2023-10-25', endsOn: '2023-10-27', sessions: [...day('2023-10-25'), ...day('2023-10-26'), ...day('2023-10-27', [['08.00', 4]])] }],
  facilitators: ['KOMDIGI/trainer/1', 'KOMDIGI/trainer/3', 'BTG/trainer/3'],
  signatories: [{ person: 'BTG/head/SETDA', prefix: 'a.n. Wali Kota Bontang, ' }],
  marker: 'bontang', organiser: 'bontang', materials: 1, decidedAt: '2023-10-27T05:00:00Z', issuedAt: '2023-10-27T07:00:00Z',
};

