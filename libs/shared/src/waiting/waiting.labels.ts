import type { QuotaBand } from '../admission/index.js';
import { formatDate, localDate, type Locale, type Wording, type Zone } from '../platform/index.js';
import type { DecisiveCode, OfferReason, PassOver, PassOverCode, SeatTier } from './waiting.types.js';

const passOverLabels: Readonly<Record<PassOverCode, Wording>> = {
  notEligible: { id: 'belum memenuhi syarat', en: 'does not meet the conditions' },
  onLeave: { id: 'sedang cuti {from}–{to}', en: 'on leave {from}–{to}' },
  clash: { id: 'mengikuti {cohort} pada tanggal yang sama', en: 'attends {cohort} on the same dates' },
  lapsed: { id: 'tawaran sebelumnya tidak dijawab', en: 'an earlier offer was not answered' },
  classFull: { id: 'kelasnya penuh', en: 'the class is full' },
  allocationFull: { id: 'alokasi instansinya habis', en: 'the allocation of the agency is used up' },
  noCell: { id: 'kuota unit dan eselonnya habis', en: 'the quota of unit and echelon is used up' },
};

const tierLabels: Readonly<Record<SeatTier, Wording>> = {
  open: { id: 'Kursi kosong terbuka bagi semua yang menunggu.', en: 'The free seat is open to all who wait.' },
  cell: { id: 'Kursi kosong milik {cell}, dan orang ini dari sana.', en: 'The free seat belongs to {cell}, and this person is from there.' },
  unit: { id: 'Tidak ada yang menunggu untuk {cell}; orang ini dari unit yang sama.', en: 'Nobody waits for {cell}; this person is of the same unit.' },
  band: { id: 'Tidak ada yang menunggu untuk {cell}; orang ini dari eselon yang sama.', en: 'Nobody waits for {cell}; this person is of the same echelon.' },
  reserve: { id: 'Kursi diambil dari cadangan umum.', en: 'The seat comes from the general reserve.' },
};

const decisiveLabels: Readonly<Record<DecisiveCode, Wording>> = {
  alone: { id: 'Tidak ada orang lain yang menunggu kursi ini.', en: 'Nobody else waits for this seat.' },
  selectionRank: { id: 'Peringkat seleksinya ({rank}) paling tinggi.', en: 'Ranked highest ({rank}) in the selection.' },
  nominationRank: { id: 'Urutannya dalam surat usulan ({rank}) paling awal.', en: 'Comes first ({rank}) in the letter of nomination.' },
  neverTrained: { id: 'Belum pernah mengikuti program ini.', en: 'Has never attended this programme.' },
  waiting: { id: 'Menunggu paling lama, sejak {since}.', en: 'Has waited longest, since {since}.' },
};

const reserveWords: Wording = { id: 'cadangan umum', en: 'the general reserve' };
const anyUnit: Wording = { id: 'semua unit', en: 'any unit' };
const noEchelon: Wording = { id: 'tanpa eselon', en: 'without echelon' };

/** A cell of the quota in words: `Dinas Kesehatan, eselon III`. */
export function cellWords(unitName: string | null, band: QuotaBand | null, locale: Locale): string {
  if (unitName === null && band === null) return reserveWords[locale];
  const bandWords = band === 'NONE' ? noEchelon[locale] : `${locale === 'id' ? 'eselon' : 'echelon'} ${String(band)}`;
  return band === null ? (unitName ?? '') : `${unitName ?? anyUnit[locale]}, ${bandWords}`;
}

/** Why somebody is passed over. */
export function wordPassOver({ code, facts }: PassOver, locale: Locale): string {
  return fill(passOverLabels[code][locale], facts, locale);
}

/** Why this person, sentence by sentence, and who was passed over. */
export function wordOfferReason(why: OfferReason, zone: Zone, locale: Locale): readonly string[] {
  const cell = why.cell ? cellWords(why.cell.unitName, why.cell.band, locale) : '';
  const facts = { cell, rank: why.rank ?? '', since: localDate(why.waitingSince, zone) };
  return [
    ...(why.by === 'hand' ? [locale === 'id' ? 'Ditawarkan oleh penyelenggara.' : 'Offered by the organiser.'] : [fill(tierLabels[why.tier][locale], facts, locale)]),
    ...(why.decisive ? [fill(decisiveLabels[why.decisive][locale], facts, locale)] : []),
    ...(why.note ? [`${locale === 'id' ? 'Alasan' : 'Reason'}: ${why.note}`] : []),
    ...why.passedOver.map(({ name, reasons }) => passedWords(name, reasons, locale)),
  ];
}

/** Why the organiser is asked instead of passing a seat on. `cutOffOn` is an ISO date. */
export function wordOrganiserAsked(cutOffOn: string, seats: number, locale: Locale): string {
  const day = formatDate(cutOffOn, locale);
  return locale === 'id'
    ? `Batas pengalihan kursi (${day}) sudah lewat, jadi ${String(seats)} kursi kosong tidak dialihkan dengan sendirinya.`
    : `The cut-off (${day}) is over, so ${String(seats)} free seats do not pass on by themselves.`;
}

function passedWords(name: string, reasons: readonly PassOver[], locale: Locale): string {
  const because = reasons.map((reason) => wordPassOver(reason, locale)).join(', ');
  return `${locale === 'id' ? 'Dilewati' : 'Passed over'}: ${name}${because ? ` (${because})` : ''}.`;
}

function fill(text: string, facts: Readonly<Record<string, string | number>>, locale: Locale): string {
  return text.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = facts[name];
    return typeof value === 'string' ? formatDate(value, locale, 'short') : String(value ?? '…');
  });
}
