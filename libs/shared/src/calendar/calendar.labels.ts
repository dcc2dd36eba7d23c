import { formatDate } from '../platform/dates.rules.js';
import type { Locale, Wording } from '../platform/locale.types.js';
import { formatNumber } from '../platform/numbers.rules.js';
import type { Clash, ClashCode, EntryRole, HolidayKind, MoveRefusal } from './calendar.types.js';

/** Sentences with the names of facts in braces. */
export const clashLabels: Readonly<Record<ClashCode, Wording>> = {
  classOverlap: { id: 'Sesi “{title}” bersamaan dengan “{other}” untuk peserta yang sama', en: 'Session “{title}” runs at the same time as “{other}” for the same participants' },
  roomOverlap: { id: 'Sesi “{title}” dan “{other}” memakai ruang yang sama pada waktu yang sama', en: 'Sessions “{title}” and “{other}” use the same room at the same time' },
  venueOverlap: { id: 'Sesi “{title}” bersamaan dengan “{other}” di {venue}', en: 'Session “{title}” runs at the same time as “{other}” at {venue}' },
  facilitatorOverlap: { id: '{name} mengajar “{title}” dan “{other}” ({cohort}) pada waktu yang sama', en: '{name} teaches “{title}” and “{other}” ({cohort}) at the same time' },
  participantOverlap: { id: '{count} peserta “{title}” juga mengikuti “{other}” ({cohort}) pada waktu yang sama, antara lain {name}', en: '{count} participants of “{title}” also attend “{other}” ({cohort}) at the same time, {name} among them' },
  roomTaken: { id: 'Ruang sesi “{title}” dipakai “{other}” ({cohort}) pada waktu yang sama', en: 'The room of “{title}” is taken by “{other}” ({cohort}) at the same time' },
  venueTaken: { id: '{venue} dipakai “{other}” ({cohort}) pada waktu sesi “{title}”', en: '{venue} is taken by “{other}” ({cohort}) during session “{title}”' },
  sessionOutsidePhase: { id: 'Sesi “{title}” ({date}) di luar tanggal tahap “{phase}”', en: 'Session “{title}” ({date}) is outside the dates of phase “{phase}”' },
  sessionOnHoliday: { id: 'Sesi “{title}” jatuh pada {holiday} ({date})', en: 'Session “{title}” falls on {holiday} ({date})' },
  sessionOnWeekend: { id: 'Sesi “{title}” ({date}) jatuh pada akhir pekan', en: 'Session “{title}” ({date}) falls on a weekend' },
  venueZoneDiffers: { id: 'Zona waktu sesi “{title}” berbeda dari zona tempatnya, {venue}', en: 'The zone of session “{title}” differs from that of its place, {venue}' },
  roomTooSmall: { id: 'Sesi “{title}” diikuti {expected} peserta, ruangnya memuat {seats}', en: 'Session “{title}” expects {expected} participants, its room holds {seats}' },
};

/** A clash in one or two words, for a chip. */
export const clashChips: Readonly<Record<ClashCode, Wording>> = {
  classOverlap: { id: 'Peserta bentrok', en: 'Participants clash' },
  roomOverlap: { id: 'Ruang bentrok', en: 'Room clash' },
  venueOverlap: { id: 'Tempat sama', en: 'Same place' },
  facilitatorOverlap: { id: 'Fasilitator bentrok', en: 'Facilitator clash' },
  participantOverlap: { id: 'Peserta bentrok', en: 'Participants clash' },
  roomTaken: { id: 'Ruang terpakai', en: 'Room taken' },
  venueTaken: { id: 'Tempat terpakai', en: 'Place taken' },
  sessionOutsidePhase: { id: 'Di luar tahap', en: 'Outside phase' },
  sessionOnHoliday: { id: 'Hari libur', en: 'Holiday' },
  sessionOnWeekend: { id: 'Akhir pekan', en: 'Weekend' },
  venueZoneDiffers: { id: 'Zona berbeda', en: 'Zone differs' },
  roomTooSmall: { id: 'Ruang kurang', en: 'Room too small' },
};

export const holidayKindLabels: Readonly<Record<HolidayKind, Wording>> = {
  national: { id: 'Libur nasional', en: 'National holiday' },
  collective_leave: { id: 'Cuti bersama', en: 'Collective leave' },
  agency: { id: 'Libur instansi', en: 'Agency holiday' },
};

export const moveRefusalLabels: Readonly<Record<MoveRefusal, Wording>> = {
  stale: { id: 'Sudah diubah orang lain', en: 'Changed by somebody else' },
  marked: { id: 'Presensinya sudah tercatat', en: 'Attendance was already taken' },
  notPlanned: { id: 'Sudah ditutup atau dibatalkan', en: 'Closed or cancelled' },
  outsideCohort: { id: 'Di luar tanggal angkatan', en: 'Outside the dates of the cohort' },
  unknown: { id: 'Bukan sesi angkatan ini', en: 'No session of this cohort' },
};

/** A clash in a sentence. */
export function wordClash({ code, facts }: Pick<Clash, 'code' | 'facts'>, locale: Locale): string {
  return fillSentence(clashLabels[code][locale], facts, locale);
}

/** A sentence with its facts: dates and numbers as the language writes them. */
export function fillSentence(sentence: string, facts: Clash['facts'], locale: Locale): string {
  return sentence.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const fact = facts[name] ?? '';
    return typeof fact === 'number' ? formatNumber(fact, locale) : formatDate(fact, locale, 'short');
  });
}

/** What somebody is to a session in their calendar. */
export const entryRoleLabels: Readonly<Record<EntryRole, Wording>> = {
  participant: { id: 'Peserta', en: 'Participant' },
  facilitator: { id: 'Fasilitator', en: 'Facilitator' },
  organiser: { id: 'Penyelenggara', en: 'Organiser' },
};

/** Words of calendar entries. */
export const entryLabels = {
  calendar: { id: 'Jadwal pelatihan', en: 'Training timetable' },
  role: { id: 'Peran', en: 'Role' },
  facilitators: { id: 'Fasilitator', en: 'Facilitators' },
  meeting: { id: 'Tautan rapat', en: 'Meeting link' },
  timetable: { id: 'Jadwal lengkap', en: 'Full timetable' },
  alarm: { id: 'Dimulai 30 menit lagi', en: 'Begins in 30 minutes' },
} as const satisfies Record<string, Wording>;
