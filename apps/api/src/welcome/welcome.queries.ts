import type { WelcomeLinkRecord, WelcomePersonRecord, Zone } from '@jenjang/shared';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

/** A link with its person and place. */
export interface WelcomeLink extends WelcomeLinkRecord, WelcomePersonRecord {
  readonly id: string;
  readonly personId: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly cohortAgencyId: string;
  readonly agencyName: string;
  readonly zone: Zone;
  readonly email: string | null;
  /** Whether another account signs in with it. */
  readonly emailTaken: boolean;
  readonly nipTaken: boolean;
}

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const byToken = `
  select l.id, l.person_id as "personId", l.cohort_id as "cohortId", ${iso('l.expires_at')} as "expiresAt", ${iso('l.used_at')} as "usedAt", ${iso('l.paused_until')} as "pausedUntil", l.failures,
    c.name as "cohortName", c.agency_id as "cohortAgencyId", c.zone, a.name as "agencyName", p.full_name as "fullName", p.birth_date as "birthDate", nullif(lower(p.email), '') as email, m.nip,
    exists (select from account o where o.person_id = p.id) as "hasAccount", exists (select from account o where o.login = lower(p.email)) as "emailTaken", exists (select from account o where o.login = m.nip) as "nipTaken"
  from welcome_link l join cohort c on c.id = l.cohort_id join person p on p.id = l.person_id join agency a on a.id = p.agency_id
  left join employment m on m.person_id = p.id and m.valid_to is null
  where l.token_hash = $1`;

export async function findLink(db: Database, tokenHash: Buffer): Promise<WelcomeLink | null> {
  const [row] = await db.read<WelcomeLink>(byToken, [tokenHash]);
  return row ?? null;
}

/** The link as it stands once everybody else who uses a link of this person has ended. */
export async function lockLink(tx: Transaction, tokenHash: Buffer): Promise<WelcomeLink | null> {
  await tx.query(`select id from person where id = (select person_id from welcome_link where token_hash = $1) for no key update`, [tokenHash]);
  const [row] = await rowsOf<WelcomeLink>(tx, byToken, [tokenHash]);
  return row ?? null;
}

export async function insertLink(tx: Transaction, link: { personId: string; cohortId: string; tokenHash: Buffer; createdAt: Date; expiresAt: Date }): Promise<void> {
  await tx.query(`insert into welcome_link (person_id, cohort_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4, $5)`,
    [link.personId, link.cohortId, link.tokenHash, link.createdAt, link.expiresAt]);
}

export async function markUsed(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.query(`update welcome_link set used_at = $2 where id = $1`, [id, now]);
}

export async function noteWrongAnswer(tx: Transaction, id: string, failures: number, pausedUntil: string | null): Promise<void> {
  await tx.query(`update welcome_link set failures = $2, paused_until = $3 where id = $1`, [id, failures, pausedUntil]);
}

/** Earlier links of the person stop working. */
export async function endLinks(tx: Transaction, personId: string, now: Date): Promise<void> {
  await tx.query(`select id from person where id = $1 for no key update`, [personId]);
  await tx.query(`update welcome_link set expires_at = greatest(created_at, $2) where person_id = $1 and used_at is null and expires_at > $2`, [personId, now]);
}

export async function hasAccount(db: Database, personId: string): Promise<boolean> {
  return (await db.read(`select from account where person_id = $1`, [personId])).length > 0;
}

export async function loginTaken(tx: Transaction, login: string): Promise<boolean> {
  return (await rowsOf(tx, `select 1 from account where login = $1`, [login])).length > 0;
}

/** A participant whom a link is to be sent. */
export interface Invitee {
  readonly personId: string;
  readonly fullName: string;
  readonly email: string | null;
  readonly state: string;
  readonly cohortId: string;
  readonly agencyId: string;
  readonly hasAccount: boolean;
}

export async function loadInvitee(db: Database, enrolmentId: string): Promise<Invitee | null> {
  const [row] = await db.read<Invitee>(
    `select p.id as "personId", p.full_name as "fullName", nullif(p.email, '') as email, e.state, c.id as "cohortId", c.agency_id as "agencyId",
       exists (select from account o where o.person_id = p.id) as "hasAccount"
     from enrolment e join person p on p.id = e.person_id join cohort c on c.id = e.cohort_id where e.id = $1`, [enrolmentId]);
  return row ?? null;
}

/** Accounts that organise the cohort; admins where nobody does. */
export async function loadOrganisers(tx: Transaction, cohortId: string, agencyId: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ accountId: string; role: string }>(tx,
    `select distinct g.account_id as "accountId", g.role from role_grant g join account a on a.id = g.account_id and a.disabled_at is null
     where g.revoked_at is null and g.role in ('organiser', 'admin') and (g.scope = 'national' or (g.scope = 'agency' and g.agency_id = $2) or (g.scope = 'cohort' and g.cohort_id = $1))`, [cohortId, agencyId]);
  const organisers = rows.filter(({ role }) => role === 'organiser');
  return (organisers.length > 0 ? organisers : rows).map(({ accountId }) => accountId);
}
