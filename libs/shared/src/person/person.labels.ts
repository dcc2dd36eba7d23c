import type { Locale, Wording } from '../platform/locale.types.js';
import type { NipProblem, NipProblemCode, NipWarning } from './nip.types.js';
import type { DutyStatus, EchelonBand, EmploymentKind, Gender, PositionKind } from './person.types.js';

export const employmentKindLabels: Readonly<Record<EmploymentKind, Wording>> = {
  PNS: { id: 'PNS', en: 'Permanent civil servant (PNS)' },
  CPNS: { id: 'CPNS', en: 'Candidate civil servant (CPNS)' },
  PPPK: { id: 'PPPK', en: 'Contract civil servant (PPPK)' },
  PPPK_PART_TIME: { id: 'PPPK paruh waktu', en: 'Part-time contract civil servant (PPPK)' },
  NON_ASN: { id: 'Non-ASN', en: 'Not a civil servant' },
};

export const positionKindLabels: Readonly<Record<PositionKind, Wording>> = {
  JPT_UTAMA: { id: 'JPT Utama', en: 'Chief executive (JPT Utama)' },
  JPT_MADYA: { id: 'JPT Madya', en: 'Senior executive (JPT Madya)' },
  JPT_PRATAMA: { id: 'JPT Pratama', en: 'Executive (JPT Pratama)' },
  ADMINISTRATOR: { id: 'Administrator', en: 'Administrator' },
  PENGAWAS: { id: 'Pengawas', en: 'Supervisor (Pengawas)' },
  FUNGSIONAL: { id: 'Jabatan Fungsional', en: 'Functional position' },
  PELAKSANA: { id: 'Pelaksana', en: 'General staff (Pelaksana)' },
  NON_ASN: { id: 'Non-ASN', en: 'Not a civil servant' },
};

export const echelonBandLabels: Readonly<Record<EchelonBand, Wording>> = {
  I: { id: 'Eselon I', en: 'Echelon I' },
  II: { id: 'Eselon II', en: 'Echelon II' },
  III: { id: 'Eselon III', en: 'Echelon III' },
  IV: { id: 'Eselon IV', en: 'Echelon IV' },
  V: { id: 'Eselon V', en: 'Echelon V' },
  JF: { id: 'Jabatan Fungsional', en: 'Functional position' },
  PELAKSANA: { id: 'Pelaksana', en: 'General staff' },
  NON_ASN: { id: 'Non-ASN', en: 'Not a civil servant' },
};

export const dutyStatusLabels: Readonly<Record<DutyStatus, Wording>> = {
  active: { id: 'Aktif', en: 'Active' },
  leave: { id: 'Cuti di luar tanggungan negara', en: 'On unpaid leave' },
  study: { id: 'Tugas belajar', en: 'On study assignment' },
  suspended: { id: 'Diberhentikan sementara', en: 'Suspended' },
  retired: { id: 'Pensiun', en: 'Retired' },
  ended: { id: 'Berhenti', en: 'Left the service' },
};

export const genderLabels: Readonly<Record<Gender, Wording>> = {
  L: { id: 'Laki-laki', en: 'Male' },
  P: { id: 'Perempuan', en: 'Female' },
};

export const nipWarningLabels: Readonly<Record<NipWarning, Wording>> = {
  NIP_BIRTHDATE: { id: 'Digit 1–8 NIP bukan tanggal lahir yang wajar', en: 'Digits 1–8 of the NIP are no sensible birth date' },
  NIP_APPOINT_YEAR: { id: 'Tahun pengangkatan (digit 9–12 NIP) tidak wajar', en: 'The year of appointment (digits 9–12 of the NIP) is not sensible' },
  NIP_APPOINT_MONTH: { id: 'Bulan pengangkatan (digit 13–14 NIP) bukan 01–12', en: 'The month of appointment (digits 13–14 of the NIP) is not 01–12' },
  NIP_GENDER: { id: 'Digit ke-15 NIP bukan 1 atau 2', en: 'Digit 15 of the NIP is neither 1 nor 2' },
  NIP_SEQ: { id: 'NIP berakhir 000; mungkin rusak karena dibuka sebagai angka di Excel', en: 'The NIP ends in 000; Excel may have damaged it by reading it as a number' },
  NIP_AGE_AT_APPOINT: { id: 'Menurut NIP, usia saat diangkat di bawah 17 tahun', en: 'By the NIP, the age at appointment is below 17' },
  NIP_BIRTHDATE_DIFFERS: { id: 'Tanggal lahir berbeda dengan NIP', en: 'The birth date differs from the NIP' },
  NIP_GENDER_DIFFERS: { id: 'Jenis kelamin berbeda dengan NIP', en: 'The gender differs from the NIP' },
};

/** Badge beside a nip with warnings. */
export const nipToVerifyLabel: Wording = { id: 'Perlu verifikasi', en: 'To be verified' };

const nipProblemLabels: Readonly<Record<Exclude<NipProblemCode, 'NIP_LENGTH'>, Wording>> = {
  NIP_MISSING: { id: 'NIP wajib diisi untuk ASN', en: 'Civil servants need a NIP' },
  NIP_EXCEL: {
    id: 'NIP rusak oleh Excel (terbaca sebagai angka). Ubah format kolom menjadi Teks, lalu isi ulang 18 digitnya',
    en: 'Excel has damaged the NIP by reading it as a number. Format the column as Text and enter the 18 digits again',
  },
  NIP_CHARACTERS: { id: 'NIP hanya boleh berisi angka 0–9', en: 'A NIP holds the digits 0–9 only' },
};

/** Why a nip was refused, in a sentence. */
export function wordNipProblem(problem: NipProblem, locale: Locale): string {
  if (problem.code !== 'NIP_LENGTH') return nipProblemLabels[problem.code][locale];
  return locale === 'id' ? `NIP harus 18 digit, tertulis ${problem.digits}` : `A NIP has 18 digits, this one has ${problem.digits}`;
}
