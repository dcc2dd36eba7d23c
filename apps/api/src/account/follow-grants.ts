import { NOTIFY, rowsOf, type Actor, type Transaction } from '../platform/index.js';

/** People of a cohort who act in it with a role of their own, as SQL over $1, the cohort. */
const holders = {
  facilitator: `select f.person_id from session_facilitator f join session s on s.id = f.session_id where s.cohort_id = $1 and s.state <> 'cancelled'`,
  participant: `select e.person_id from enrolment e where e.cohort_id = $1 and e.state = 'accepted'`,
} as const;

/**
 * Lets the role grants of a cohort follow its facilitators or participants: whoever became one and has an account
 * gets the role within this cohort, whoever no longer is one loses it. Only these people are looked at when some are given.
 */
export async function followGrants(tx: Transaction, actor: Actor, cohortId: string, role: keyof typeof holders, personIds: readonly string[] | null = null): Promise<void> {
  // Looked up once and handed over as a list: a join would be planned by statistics that know nothing of rows just written.
  const holding = (await rowsOf<{ id: string }>(tx, `select distinct x.person_id as id from (${holders[role]}) x where $2::uuid[] is null or x.person_id = any($2)`, [cohortId, personIds])).map(({ id }) => id);
  const gone = await rowsOf(tx,
    `update role_grant g set revoked_at = now() from account a
     where g.cohort_id = $1 and g.role = $2 and g.scope = 'cohort' and g.revoked_at is null and a.id = g.account_id
       and a.person_id is not null and ($3::uuid[] is null or a.person_id = any($3)) and a.person_id <> all($4::uuid[]) returning g.id`, [cohortId, role, personIds, holding]);
  const come = await rowsOf(tx,
    `insert into role_grant (account_id, role, scope, agency_id, cohort_id, granted_by)
     select a.id, $2, 'cohort', c.agency_id, c.id, $3 from cohort c, account a
     where c.id = $1 and a.disabled_at is null and a.person_id = any($4::uuid[])
       and not exists (select from role_grant g where g.account_id = a.id and g.role = $2 and g.cohort_id = $1 and g.revoked_at is null)
     on conflict do nothing returning id`, [cohortId, role, actor.accountId, holding]);
  if (gone.length + come.length > 0) await tx.query(NOTIFY, ['identity', 'changed']);
}
