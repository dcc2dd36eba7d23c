import type { Page, PageQuery } from '@jenjang/shared';
import type { Database } from './database.js';
import { HttpProblem } from './problem.js';

/** Names a caller may sort by, and the SQL each stands for. The first is the default. */
export type SortColumns = Readonly<Record<string, string>>;

/** A list query: everything but order, limit and count. */
export interface ListQuery {
  /** `select` list. */
  readonly columns: string;
  /** `from … where …`. */
  readonly from: string;
  readonly values: unknown[];
  readonly sorts: SortColumns;
  /** How the list is sorted when nobody asks; else by the first of `sorts`. */
  readonly defaultSort?: string;
  /** Column that breaks ties, so that pages never overlap. */
  readonly tie: string;
}

/** One page of a list in one round trip: the rows as asked and the number of all that match. */
export async function pageOf<Row>(db: Database, query: PageQuery, list: ListQuery): Promise<Page<Row>> {
  const values = [...list.values, query.size, (query.page - 1) * query.size];
  const limit = `limit $${String(values.length - 1)} offset $${String(values.length)}`;
  const sql = `
    with page as (select ${list.columns} ${list.from} order by ${orderBy(query.sort ?? list.defaultSort, list)} ${limit})
    select (select count(*) ${list.from}) as total, coalesce((select json_agg(page) from page), '[]') as rows`;
  const [found] = await db.read<{ total: number; rows: Row[] }>(sql, values);
  return { rows: found?.rows ?? [], total: found?.total ?? 0, page: query.page, size: query.size };
}

function orderBy(sort: string | undefined, list: ListQuery): string {
  const name = sort?.replace(/^-/, '') ?? Object.keys(list.sorts)[0] ?? '';
  const column = list.sorts[name];
  if (!column) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'sort', code: 'field.isIn', value: sort }]);
  return `${column} ${sort?.startsWith('-') ? 'desc nulls last' : 'asc nulls last'}, ${list.tie}`;
}
