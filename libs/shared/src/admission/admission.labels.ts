import type { Locale, Wording } from '../platform/locale.types.js';
import type { AdmissionRoute, QuotaBand } from './admission.types.js';

export const admissionRouteLabels: Readonly<Record<AdmissionRoute, Wording>> = {
  none: { id: 'Langsung diterima', en: 'Accepted at once' },
  one_step: { id: 'Disetujui penyelenggara', en: 'Approved by the organiser' },
  two_steps: { id: 'Disetujui instansi, lalu penyelenggara', en: 'Approved by the agency, then the organiser' },
  self: { id: 'Daftar sendiri, disetujui penyelenggara', en: 'People apply, the organiser approves' },
};

export const quotaBandLabels: Readonly<Record<QuotaBand, Wording>> = {
  I: { id: 'Eselon I', en: 'Echelon I' },
  II: { id: 'Eselon II', en: 'Echelon II' },
  III: { id: 'Eselon III', en: 'Echelon III' },
  IV: { id: 'Eselon IV', en: 'Echelon IV' },
  V: { id: 'Eselon V', en: 'Echelon V' },
  NONE: { id: 'Non-eselon', en: 'No echelon' },
};

/** Where a seat comes from: `Dinas Kesehatan · Eselon III`, or the reserve. */
export function wordCell({ unitName, band }: { readonly unitName: string | null; readonly band: QuotaBand | null }, locale: Locale): string {
  const parts = [unitName, band === null ? null : quotaBandLabels[band][locale]].filter((part) => part !== null);
  if (parts.length > 0) return parts.join(' · ');
  return locale === 'id' ? 'Cadangan' : 'Reserve';
}
