import type { MeritFilter } from '@jenjang/shared';
import { scopeCondition, type Actor } from '../platform/index.js';

/** Tables behind every merit list and export. The unit is the one at the training. */
export const meritTables = `certificate c join certificate_state s on s.certificate_id = c.id
  join person p on p.id = c.person_id left join unit u on u.id = c.holder_unit_id`;

/**
 * The snapshot as `d`, unpacked once per row. Stored snapshots are compressed, and each value read from `c.snapshot`
 * unpacks the whole of it again: an export reads thirty.
 */
export const unpackedSnapshot = `cross join lateral (select c.snapshot || '{}'::jsonb as snapshot offset 0) d`;

/** Bands as conditions on what the certificate says of the holder at the training. */
const bands: Readonly<Record<string, string>> = {
  II: `c.snapshot #>> '{holder,eselon}' like 'II.%'`,
  III: `c.snapshot #>> '{holder,eselon}' like 'III.%'`,
  IV: `c.snapshot #>> '{holder,eselon}' like 'IV.%'`,
  JF: `c.snapshot #>> '{holder,positionKind}' = 'FUNGSIONAL'`,
  PELAKSANA: `c.snapshot #>> '{holder,positionKind}' = 'PELAKSANA'`,
};

/**
 * The rows that the actor may see and the filter keeps. Holders without a NIP are no civil servants and have no merit
 * record. Values are pushed onto `values`.
 */
export function meritCondition(actor: Actor, permission: 'merit.read' | 'merit.export', filter: MeritFilter, values: unknown[]): string {
  const take = (value: unknown): string => `$${String(values.push(value))}`;
  const parts = [
    scopeCondition(actor, permission, { agency: 'c.holder_agency_id', unitPath: 'u.path' }, values),
    `c.snapshot #>> '{holder,nip}' is not null`,
    ...(filter.agencyId ? [`c.holder_agency_id = ${take(filter.agencyId)}::uuid`] : []),
    ...(filter.unitId ? [`u.path like (select path from unit where id = ${take(filter.unitId)}::uuid) || '%'`] : []),
    ...(filter.programmeId ? [`c.programme_id = ${take(filter.programmeId)}::uuid`] : []),
    ...(filter.personId ? [`c.person_id = ${take(filter.personId)}::uuid`] : []),
    ...(filter.from ? [`c.issued_on >= ${take(filter.from)}::date`] : []),
    ...(filter.to ? [`c.issued_on <= ${take(filter.to)}::date`] : []),
    ...(filter.state ? [`s.state = ${take(filter.state)}`] : []),
    ...(filter.band ? [bands[filter.band] ?? 'false'] : []),
    ...(filter.q ? [search(take(`%${filter.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`))] : []),
  ];
  return parts.join(' and ');
}

function search(value: string): string {
  return `(lower(c.snapshot #>> '{holder,name}') like ${value} or c.snapshot #>> '{holder,nip}' like replace(${value}, ' ', '') or lower(c.number) like ${value})`;
}

/** Columns of the list on the screen. */
export const recordColumns = `c.id as "certificateId", c.person_id as "personId", c.snapshot #>> '{holder,name}' as name, c.snapshot #>> '{holder,nip}' as nip,
  c.snapshot #>> '{holder,employmentKind}' as "employmentKind", c.snapshot #>> '{holder,positionName}' as "positionName", c.snapshot #>> '{holder,eselon}' as eselon,
  c.snapshot #>> '{holder,unitName}' as "unitName", c.snapshot #>> '{holder,opdName}' as "opdName", c.snapshot #>> '{programme,name}' as "programmeName",
  c.snapshot #>> '{cohort,name}' as "cohortName", c.lesson_hours as "lessonHours", c.snapshot ->> 'predicate' as predicate, c.snapshot ->> 'outcome' as outcome,
  c.number, c.code, c.issued_on as "issuedOn", s.state`;
