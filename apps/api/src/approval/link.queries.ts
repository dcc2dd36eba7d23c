import type { ApprovalLinkRow, ApproverChoice, ApproverRecord, Grant, Zone } from '@jenjang/shared';
import { permissionsOfRole, roles } from '@jenjang/shared';
import { rowsOf, type Actor, type Database, type Transaction } from '../platform/index.js';
import { rowsFrom, type Source } from './approval.queries.js';

/** Roles of agencies that may approve. A national admin approves nobody by link. */
const approvingRoles = roles.filter((role) => role !== 'admin' && permissionsOfRole[role].includes('nomination.approve'));

/** A link with what deciding about it needs. */
export interface LinkRecord {
  readonly id: string;
  readonly cohortId: string;
  readonly approverId: string;
  readonly approverPersonId: string | null;
  readonly zone: Zone;
  /** ISO instants. */
  readonly expiresAt: string;
  readonly usedAt: string | null;
  readonly revokedAt: string | null;
  readonly agencyName: string;
  readonly nominatedBy: string | null;
  readonly letterNumber: string;
  readonly letterOn: string | null;
  readonly enrolmentIds: readonly string[];
  /** Made by somebody to be copied: every browser is asked for the NIP. */
  readonly byHand: boolean;
  /** Whether a browser was let in before. */
  readonly isBound: boolean;
}

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const linkColumns = `
  l.id, l.cohort_id as "cohortId", l.approver_id as "approverId", l.by_hand as "byHand", a.person_id as "approverPersonId", c.zone, ${iso('l.expires_at')} as "expiresAt", ${iso('l.used_at')} as "usedAt",
  ${iso('l.revoked_at')} as "revokedAt", coalesce(na.name, ca.name) as "agencyName", s.display_name as "nominatedBy", coalesce(n.letter_number, '') as "letterNumber", n.letter_on as "letterOn",
  array(select w.enrolment_id from approval_link_person w where w.link_id = l.id) as "enrolmentIds", exists (select from approval_link_browser b where b.link_id = l.id) as "isBound"
  from approval_link l join account a on a.id = l.approver_id join cohort c on c.id = l.cohort_id join agency ca on ca.id = c.agency_id
  left join nomination n on n.id = l.nomination_id left join agency na on na.id = n.agency_id left join account s on s.id = n.submitted_by`;

export async function findLink(db: Database, tokenHash: Buffer): Promise<LinkRecord | null> {
  const [row] = await db.read<LinkRecord>(`select ${linkColumns} where l.token_hash = $1`, [tokenHash]);
  return row ?? null;
}

/** Uses the link up; false when somebody was quicker. */
export async function useLink(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const rows = await rowsOf(tx, `update approval_link set used_at = $2 where id = $1 and used_at is null and revoked_at is null returning id`, [id, now]);
  return rows.length > 0;
}

export interface NewLink {
  readonly cohortId: string;
  readonly nominationId: string | null;
  readonly approverId: string;
  readonly tokenHash: Buffer;
  readonly byHand: boolean;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly enrolmentIds: readonly string[];
}

export async function insertLink(tx: Transaction, link: NewLink): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(tx,
    `insert into approval_link (cohort_id, nomination_id, approver_id, token_hash, created_by, created_at, expires_at, by_hand) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [link.cohortId, link.nominationId, link.approverId, link.tokenHash, link.createdBy, link.createdAt, link.expiresAt, link.byHand]);
  if (!row) throw new Error('no link was made');
  await tx.query(`insert into approval_link_person (link_id, enrolment_id, cohort_id) select $1, x, $2 from unnest($3::uuid[]) as x`, [row.id, link.cohortId, link.enrolmentIds]);
  return row.id;
}

/** Whether the browser with this cookie may use the link. */
export async function knowsBrowser(db: Database, linkId: string, cookieHash: Buffer): Promise<boolean> {
  return (await db.read(`select 1 from approval_link_browser where link_id = $1 and cookie_hash = $2`, [linkId, cookieHash])).length > 0;
}

/** Binds a browser; false when another was the first in the same moment. */
export async function bindBrowser(tx: Transaction, browser: { linkId: string; cookieHash: Buffer; knownBy: 'first' | 'nip'; userAgent: string; boundAt: Date }): Promise<boolean> {
  const rows = await rowsOf(tx,
    `insert into approval_link_browser (link_id, cookie_hash, known_by, user_agent, bound_at) values ($1, $2, $3, $4, $5) on conflict do nothing returning id`,
    [browser.linkId, browser.cookieHash, browser.knownBy, browser.userAgent.slice(0, 400), browser.boundAt]);
  return rows.length > 0;
}

/** NIPs that a person holds today. */
export async function loadNips(source: Source, personId: string | null): Promise<readonly string[]> {
  return (await rowsFrom<{ nip: string }>(source, `select nip from employment where person_id = $1 and valid_to is null and nip is not null`, [personId])).map(({ nip }) => nip);
}

/** The account of an approver as one who acts; null when it is disabled. Grants are those it holds itself. */
export async function loadApprover(source: Source, accountId: string, requestId: string): Promise<Actor | null> {
  const [row] = await rowsFrom<{ personId: string | null; displayName: string; locale: 'id' | 'en'; grants: Grant[] }>(source,
    `select a.person_id as "personId", a.display_name as "displayName", a.locale, coalesce((select json_agg(json_build_object('role', g.role, 'scope',
       json_build_object('kind', g.scope, 'agencyId', g.agency_id, 'unitPath', u.path, 'cohortId', g.cohort_id))) from role_grant g left join unit u on u.id = g.unit_id
       where g.account_id = a.id and g.revoked_at is null), '[]') as grants
     from account a where a.id = $1 and a.disabled_at is null`, [accountId]);
  return row ? { accountId, clientId: null, ...row, clientPermissions: null, requestId, signInId: null } : null;
}

/** Accounts that may approve for an agency or units above this one. */
export async function loadApprovers(tx: Transaction, agencyId: string, unitId: string | null): Promise<readonly ApproverRecord[]> {
  return rowsOf<ApproverRecord>(tx,
    `select g.account_id as "accountId", g.role, g.scope, coalesce(length(u.path), 0) as depth
     from role_grant g join account a on a.id = g.account_id and a.disabled_at is null left join unit u on u.id = g.unit_id left join unit at on at.id = $2
     where g.revoked_at is null and g.role = any($3) and g.agency_id = $1 and (g.scope = 'agency' or (g.scope = 'unit' and starts_with(at.path, u.path)))`, [agencyId, unitId, approvingRoles]);
}

/** Who may approve nominees of the cohort, with how many wait for each. */
export async function loadApproverChoices(db: Database, cohortId: string): Promise<readonly ApproverChoice[]> {
  return db.read<ApproverChoice>(
    `select g.account_id as "accountId", a.display_name as name, ag.short_name as "agencyName", min(u.name) as "unitName", count(distinct e.id)::int as waiting
     from enrolment e join employment m on m.id = e.employment_id join unit mu on mu.id = m.unit_id
     join role_grant g on g.agency_id = m.agency_id and g.revoked_at is null and g.role = any($2) left join unit u on u.id = g.unit_id
     join account a on a.id = g.account_id and a.disabled_at is null join agency ag on ag.id = g.agency_id
     where e.cohort_id = $1 and e.state = 'nominated' and (g.scope = 'agency' or (g.scope = 'unit' and starts_with(mu.path, u.path)))
     group by g.account_id, a.display_name, ag.short_name order by 5 desc, 2 limit 200`, [cohortId, approvingRoles]);
}

/** Links of a cohort, the newest first. */
export async function loadLinks(db: Database, cohortId: string): Promise<readonly Omit<ApprovalLinkRow, 'standing'>[]> {
  return db.read<Omit<ApprovalLinkRow, 'standing'>>(
    `select l.id, a.display_name as "approverName", b.display_name as "createdByName", (select count(*)::int from approval_link_person w where w.link_id = l.id) as people,
            ${iso('l.created_at')} as "createdAt", ${iso('l.expires_at')} as "expiresAt", ${iso('l.used_at')} as "usedAt", ${iso('l.revoked_at')} as "revokedAt",
            (select ${iso('min(w.bound_at)')} from approval_link_browser w where w.link_id = l.id) as "openedAt", (select count(*)::int from approval_link_browser w where w.link_id = l.id) as browsers
     from approval_link l join account a on a.id = l.approver_id left join account b on b.id = l.created_by where l.cohort_id = $1 order by l.created_at desc limit 100`, [cohortId]);
}

/** Where a link lies. */
export async function loadLinkPlace(tx: Transaction, id: string): Promise<{ readonly cohortId: string; readonly agencyId: string } | null> {
  const [row] = await rowsOf<{ cohortId: string; agencyId: string }>(tx, `select c.id as "cohortId", c.agency_id as "agencyId" from approval_link l join cohort c on c.id = l.cohort_id where l.id = $1`, [id]);
  return row ?? null;
}

/** A nomination with those of its people who still wait. */
export interface NominationRecord {
  readonly id: string;
  readonly cohortId: string;
  readonly agencyId: string;
  readonly unitId: string | null;
  readonly unitPath: string | null;
  readonly unitName: string;
  readonly submittedBy: string;
  readonly onBehalfOf: string | null;
  readonly waiting: readonly string[];
}

export async function loadNomination(tx: Transaction, id: string): Promise<NominationRecord | null> {
  const [row] = await rowsOf<NominationRecord>(tx,
    `select n.id, n.cohort_id as "cohortId", n.agency_id as "agencyId", n.unit_id as "unitId", u.path as "unitPath", coalesce(u.name, a.name) as "unitName", n.submitted_by as "submittedBy",
            n.on_behalf_of as "onBehalfOf", array(select e.id from enrolment e where e.nomination_id = n.id and e.state = 'nominated') as waiting
     from nomination n join agency a on a.id = n.agency_id left join unit u on u.id = n.unit_id where n.id = $1`, [id]);
  return row ?? null;
}
