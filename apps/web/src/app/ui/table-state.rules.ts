import type { TableState } from './table.types';

const defaults = { q: '', sort: '', page: 1, size: 50 };

function positive(text: string | null, fallback: number): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : fallback;
}

/** The state a URL describes. `get` reads one word of its query; what it does not say is as `initial` has it. */
export function readTableState(
  get: (name: string) => string | null,
  filterNames: readonly string[],
  initial: Partial<TableState>,
): TableState {
  return {
    q: get('q') ?? initial.q ?? defaults.q,
    sort: get('sort') ?? initial.sort ?? defaults.sort,
    page: positive(get('page'), defaults.page),
    size: positive(get('size'), initial.size ?? defaults.size),
    filters: Object.fromEntries(
      filterNames.map((name) => [name, get(name) ?? initial.filters?.[name] ?? '']),
    ),
  };
}

/** The words of the URL for a state; null removes a word that says only what holds anyway. */
export function tableParams(
  { filters, ...rest }: TableState,
  { filters: usualFilters, ...usualRest }: Partial<TableState>,
): Readonly<Record<string, string | number | null>> {
  const usual: Readonly<Record<string, string | number>> = { ...defaults, ...usualRest, ...usualFilters };
  const wanted = Object.entries<string | number>({ ...rest, ...filters });
  return Object.fromEntries(
    wanted.map(([name, value]) => [name, value === (usual[name] ?? '') ? null : value]),
  );
}

/** The query that asks the API for this page, without what is empty. */
export function apiQuery({ filters, page, size, q, sort }: TableState): Readonly<Record<string, string>> {
  const filled = Object.entries({ q, sort, ...filters }).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(filled), page: String(page), size: String(size) };
}
