import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '@jenjang/shared';
import type { Request } from 'express';
import type { Actor } from './actor.js';

/** What a route asks of its caller. */
export type RouteDemand = { readonly kind: 'public' } | { readonly kind: 'signedIn' } | { readonly kind: 'permission'; readonly permission: Permission };

export const ROUTE_DEMAND = 'jenjang:demand';

/** The caller needs this permission somewhere; the service then checks the record's place. */
export const Allow = (permission: Permission) => SetMetadata(ROUTE_DEMAND, { kind: 'permission', permission } satisfies RouteDemand);

/** Anybody who is signed in, for records that are the caller's own. */
export const SignedIn = () => SetMetadata(ROUTE_DEMAND, { kind: 'signedIn' } satisfies RouteDemand);

/** Anybody. */
export const Public = () => SetMetadata(ROUTE_DEMAND, { kind: 'public' } satisfies RouteDemand);

/** A request after the guard has seen it. */
export interface ActorRequest extends Request {
  actor?: Actor;
  requestId: string;
}

/** The caller of a route that is not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<ActorRequest>().actor;
  if (!actor) throw new Error('a public route has no actor');
  return actor;
});
