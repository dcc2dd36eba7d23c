import type { FilterNames, MeritFilter } from '@jenjang/shared/merit';

/** Names of the filters, in the URL as in the API, in the order in which they are told. */
export const filterKeys = [
  'agencyId',
  'unitId',
  'programmeId',
  'personId',
  'band',
  'from',
  'to',
  'state',
] as const;
export type FilterKey = (typeof filterKeys)[number];

/** JP a year that every PNS is to reach (PP 11/2017 Pasal 203 ayat 4). For PPPK there is a ceiling and no such target. */
export const yearlyTarget = 20;

/** A filter without its request class. */
export type PlainFilter = Pick<MeritFilter, keyof MeritFilter>;

/** The filter that a list's state describes: what is empty does not narrow. */
export function filterOf(state: {
  readonly q: string;
  readonly filters: Readonly<Record<string, string>>;
}): PlainFilter {
  const wanted = Object.entries({ ...state.filters, q: state.q }).filter(([, value]) => value !== '');
  return Object.fromEntries(wanted);
}

/** The name that stands for the id of a filter; null while it is not known, or when the value needs none. */
export function namedValue(key: FilterKey, names: FilterNames): string | null {
  const named: Partial<Record<FilterKey, string | undefined>> = {
    agencyId: names.agency,
    unitId: names.unit,
    programmeId: names.programme,
    personId: names.person,
  };
  return key in named ? (named[key] ?? '…') : null;
}

/** `1.234` bytes as people read them: number and unit. */
export function fileSize(bytes: number): { readonly value: number; readonly unit: 'B' | 'KB' | 'MB' } {
  if (bytes < 1_000) return { value: bytes, unit: 'B' };
  if (bytes < 1_000_000) return { value: Math.round(bytes / 100) / 10, unit: 'KB' };
  return { value: Math.round(bytes / 100_000) / 10, unit: 'MB' };
}
