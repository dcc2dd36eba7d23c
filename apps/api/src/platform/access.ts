import { covers, permissionsOfRole, type Behalf, type Permission, type Place, type Scope } from '@jenjang/shared';
import type { Actor } from './actor.js';

/** The record does not exist for this caller. Becomes 404, and the attempt is audited. */
export class OutOfReach extends Error {
  constructor(
    readonly permission: Permission,
    readonly subjectKind: string,
    readonly subjectId: string,
  ) {
    super(`${permission} on ${subjectKind} ${subjectId}`);
  }
}

/** Nothing with this id. Becomes 404, the same answer as OutOfReach. */
export class Missing extends Error {
  constructor(
    readonly subjectKind: string,
    readonly subjectId: string,
  ) {
    super(`no ${subjectKind} ${subjectId}`);
  }
}

/** The scopes within which the actor holds the permission. */
export function scopesOf(actor: Actor, permission: Permission): readonly Scope[] {
  return actor.grants
    .filter((grant) => (actor.clientPermissions ?? permissionsOfRole[grant.role]).includes(permission))
    .map((grant) => grant.scope);
}

/** Whether the actor holds the permission anywhere. */
export function holds(actor: Actor, permission: Permission): boolean {
  return scopesOf(actor, permission).length > 0;
}

/** Whether the actor may act at the place. */
export function mayAt(actor: Actor, permission: Permission, place: Place): boolean {
  return scopesOf(actor, permission).some((scope) => covers(scope, place));
}

/**
 * Lets the call go on only when the actor holds the permission where the record lies.
 * @throws OutOfReach so that the caller cannot tell a foreign record from none.
 */
export function requireAccess(actor: Actor, permission: Permission, place: Place, subject: { kind: string; id: string }): void {
  if (!mayAt(actor, permission, place)) throw new OutOfReach(permission, subject.kind, subject.id);
}

/** For whom the actor acts at the place: null when a grant of their own covers it, else the head whose deputy they are. */
export function behalfAt(actor: Actor, permission: Permission, place: Place): Behalf | null {
  const covering = actor.grants.filter((grant) => (actor.clientPermissions ?? permissionsOfRole[grant.role]).includes(permission) && covers(grant.scope, place));
  return covering.some(({ onBehalfOf }) => !onBehalfOf) ? null : (covering[0]?.onBehalfOf ?? null);
}

/** SQL columns in which a list keeps what scopes are compared with. */
export interface ScopeColumns {
  readonly agency?: string;
  readonly unitPath?: string;
  readonly cohort?: string;
}

/**
 * SQL condition that keeps the rows within the actor's reach; its values are pushed onto `values`.
 * A scope whose column the list does not have reaches nothing.
 */
export function scopeCondition(actor: Actor, permission: Permission, columns: ScopeColumns, values: unknown[]): string {
  const scopes = scopesOf(actor, permission);
  if (scopes.some((scope) => scope.kind === 'national')) return 'true';
  const parts = [
    anyOf(columns.agency, scopes.flatMap((scope) => (scope.kind === 'agency' && scope.agencyId ? [scope.agencyId] : [])), values),
    anyOf(columns.cohort, scopes.flatMap((scope) => (scope.kind === 'cohort' && scope.cohortId ? [scope.cohortId] : [])), values),
    below(columns.unitPath, scopes.flatMap((scope) => (scope.kind === 'unit' && scope.unitPath ? [scope.unitPath] : [])), values),
  ].filter((part) => part !== null);
  return parts.length > 0 ? `(${parts.join(' or ')})` : 'false';
}

function anyOf(column: string | undefined, ids: readonly string[], values: unknown[]): string | null {
  if (!column || ids.length === 0) return null;
  values.push(ids);
  return `${column} = any($${String(values.length)}::uuid[])`;
}

function below(column: string | undefined, paths: readonly string[], values: unknown[]): string | null {
  if (!column || paths.length === 0) return null;
  values.push(paths.map((path) => `${path}%`));
  return `${column} like any($${String(values.length)}::text[])`;
}
