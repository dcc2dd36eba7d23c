import { certificateStateLabels } from '../certificate/index.js';
import { formatDate } from '../platform/dates.rules.js';
import type { Locale, Wording } from '../platform/locale.types.js';
import type { MeritFilter } from './merit.dto.js';

/** Names behind the ids of a filter. */
export interface FilterNames {
  readonly agency?: string;
  readonly unit?: string;
  readonly programme?: string;
  readonly person?: string;
}

const words = {
  everything: { id: 'Semua sertifikat dalam kewenangan Anda', en: 'All certificates within your scope' },
  agency: { id: 'Instansi', en: 'Agency' },
  unit: { id: 'Unit', en: 'Unit' },
  programme: { id: 'Program', en: 'Programme' },
  person: { id: 'Pegawai', en: 'Person' },
  band: { id: 'Eselon', en: 'Echelon' },
  from: { id: 'Terbit sejak', en: 'Issued from' },
  to: { id: 'Terbit sampai', en: 'Issued until' },
  state: { id: 'Status', en: 'State' },
  q: { id: 'Memuat', en: 'Containing' },
} as const satisfies Record<string, Wording>;

/** A filter in words, for the screen and for the manifest: `Unit: Dinas Kesehatan; Terbit sejak: 1 Jan 2024`. */
export function wordMeritFilter(filter: MeritFilter, names: FilterNames, locale: Locale): string {
  const parts: readonly (readonly [keyof typeof words, string | undefined])[] = [
    ['agency', filter.agencyId && (names.agency ?? filter.agencyId)], ['unit', filter.unitId && (names.unit ?? filter.unitId)],
    ['programme', filter.programmeId && (names.programme ?? filter.programmeId)], ['person', filter.personId && (names.person ?? filter.personId)],
    ['band', filter.band], ['from', filter.from && formatDate(filter.from, locale, 'short')], ['to', filter.to && formatDate(filter.to, locale, 'short')],
    ['state', filter.state && (certificateStateLabels[filter.state as keyof typeof certificateStateLabels][locale])], ['q', filter.q],
  ];
  const said = parts.flatMap(([key, value]) => (value ? [`${words[key][locale]}: ${value}`] : []));
  return said.length > 0 ? said.join('; ') : words.everything[locale];
}
