import {
  bandOf, isPickable, localDate, warningsOf, type EligibilityShortfall, type NomineeQuery, type NomineeRecord, type NomineeRow, type OpenCohort, type Page,
} from '@jenjang/shared';
import { loadEligibility, loadMovers } from '../enrolment/index.js';
import { likeText, pageOf, rowsOf, scopeCondition, type Actor, type Database, type Transaction } from '../platform/index.js';

/** Echelons from the highest; people without one come after. */
const echelons = `array['I.a', 'I.b', 'II.a', 'II.b', 'III.a', 'III.b', 'IV.a', 'IV.b', 'V.a', 'V.b']`;

/** When each person was last trained in the programme of cohort `c`: attended to the end and not failed. */
const trained = `
  left join (select e.person_id, max(o.ends_on) as ends_on from enrolment e join cohort o on o.id = e.cohort_id join curriculum ok on ok.id = o.curriculum_id
    where e.state = 'accepted' and o.id <> $1 and o.state <> 'cancelled' and ok.programme_id = (select k.programme_id from cohort x join curriculum k on k.id = x.curriculum_id where x.id = $1)
      and o.ends_on < (select starts_on from cohort where id = $1)
      and not exists (select from graduation_decision d where d.enrolment_id = e.id and d.outcome = 'failed' and not exists (select from graduation_decision n where n.supersedes = d.id))
    group by e.person_id) t on t.person_id = p.id`;

const columns = `
  p.id as "personId", p.front_title as "frontTitle", p.full_name as "fullName", p.back_title as "backTitle", m.nip, m.kind as "employmentKind", m.position_name as "positionName", m.eselon,
  u.name as "unitName", coalesce(u.path, '') as "unitPath", t.ends_on as "lastTrainedOn", m.duty_status as "dutyStatus", e.state as standing,
  (select coalesce(sum(l.lesson_hours), 0) from lesson_hour_entry l where l.person_id = p.id and l.year = $2::int) as "lessonHours",
  coalesce((select json_agg(json_build_object('kind', v.kind, 'startsOn', v.starts_on, 'endsOn', v.ends_on) order by v.starts_on) from leave v where v.person_id = p.id and v.ends_on >= c.starts_on and v.starts_on <= c.ends_on), '[]') as leaves,
  coalesce((select json_agg(json_build_object('name', o.name, 'startsOn', o.starts_on, 'endsOn', o.ends_on) order by o.starts_on) from enrolment x join cohort o on o.id = x.cohort_id
    where x.person_id = p.id and x.state in ('nominated', 'approved', 'offered', 'accepted') and o.id <> c.id and o.state in ('enrolling', 'running') and o.ends_on >= c.starts_on and o.starts_on <= c.ends_on), '[]') as others`;

type StoredNominee = Omit<NomineeRow, 'warnings' | 'pickable' | 'band'> & Omit<NomineeRecord, 'shortfalls'>;

/** One page of the caller's staff for a cohort: never trained first, then by echelon, then longest since training; each with what speaks against sending them. */
export async function loadNominees(db: Database, actor: Actor, cohort: OpenCohort, query: NomineeQuery, now: Date): Promise<Page<NomineeRow>> {
  const values: unknown[] = [cohort.id, localDate(now.getTime(), cohort.zone).slice(0, 4)];
  const from = `
    from cohort c cross join person p left join employment m on m.person_id = p.id and daterange(m.valid_from, m.valid_to) @> c.starts_on left join unit u on u.id = m.unit_id
    left join enrolment e on e.cohort_id = c.id and e.person_id = p.id ${trained}
    where ${conditionsOf(actor, query, values).join(' and ')}`;
  const page = await pageOf<StoredNominee>(db, { page: query.page, size: query.size }, {
    columns, from, values, sorts: { turn: `t.ends_on is not null, array_position(${echelons}, m.eselon) asc nulls last, t.ends_on` }, tie: 'fold_text(p.full_name), p.id',
  });
  const shortfalls = await loadShortfalls(db, actor, cohort, page.rows.map(({ personId }) => personId));
  return { ...page, rows: page.rows.map((row) => nominee(row, shortfalls.get(row.personId) ?? [], cohort)) };
}

function nominee({ standing, dutyStatus, leaves, others, ...row }: StoredNominee, shortfalls: NomineeRecord['shortfalls'], cohort: OpenCohort): NomineeRow {
  const warnings = warningsOf({ standing, dutyStatus, leaves, others, shortfalls }, cohort);
  return { ...row, band: bandOf(row.eselon), warnings, pickable: isPickable(warnings) };
}

function conditionsOf(actor: Actor, query: NomineeQuery, values: unknown[]): readonly string[] {
  const place = (value: unknown): string => `$${String(values.push(value))}`;
  const words = query.q?.trim() ?? '';
  const digits = words.replace(/\s/g, '');
  const conditions = ['c.id = $1', `coalesce(m.duty_status, 'active') not in ('retired', 'ended')`, scopeCondition(actor, 'nomination.submit', { agency: 'p.agency_id', unitPath: 'u.path' }, values)];
  if (query.unitId) conditions.push(`u.path like (select path from unit where id = ${place(query.unitId)}) || '%'`);
  if (query.band) conditions.push(query.band === 'NONE' ? 'm.eselon is null' : `m.eselon like ${place(`${query.band}.%`)}`);
  if (/^\d{3,18}$/.test(digits)) conditions.push(`m.nip like ${place(`${digits}%`)}`);
  else if (words) conditions.push(`fold_text(p.full_name) like '%' || fold_text(${place(likeText(words))}) || '%'`);
  return conditions;
}

/** Demands of the cohort that these people do not meet, with the names of what they ask for. */
export async function loadShortfalls(db: Database, actor: Actor, cohort: { readonly id: string; readonly startsOn: string }, personIds: readonly string[]): Promise<Map<string, NomineeRecord['shortfalls']>> {
  return db.transaction(actor, async (tx) => {
    const rule = await loadEligibility(tx, cohort.id);
    if (Object.keys(rule).length === 0 || personIds.length === 0) return new Map<string, NomineeRecord['shortfalls']>();
    const movers = await loadMovers(tx, cohort, rule, { by: 'person', ids: personIds });
    const names = await loadNames(tx, movers.flatMap(({ shortfalls }) => shortfalls));
    const named = (shortfall: EligibilityShortfall): NomineeRecord['shortfalls'][number] => ({ shortfall, names: shortfall.facts.wanted.map((id) => names.get(id) ?? id) });
    return new Map(movers.map(({ key, shortfalls }) => [key, shortfalls.map(named)]));
  });
}

/** Names of the units, regions and programmes that demands ask for. */
async function loadNames(tx: Transaction, shortfalls: readonly EligibilityShortfall[]): Promise<Map<string, string>> {
  const wanted = (...codes: readonly EligibilityShortfall['code'][]): string[] => [...new Set(shortfalls.filter(({ code }) => codes.includes(code)).flatMap(({ facts }) => facts.wanted))];
  const rows = await rowsOf<{ id: string; name: string }>(tx,
    `select id::text, name from unit where id = any($1::uuid[]) union all select id::text, name from programme where id = any($2::uuid[]) union all select code, name from region where code = any($3::text[])`,
    [wanted('unit'), wanted('prerequisite'), wanted('region')]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
