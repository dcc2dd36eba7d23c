import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { permissionsOfRole, type Permission } from '@jenjang/shared';
import { Clock, Database, holds, HttpProblem, ROUTE_DEMAND, type Actor, type ActorRequest, type RouteDemand } from '../platform/index.js';
import { loadEndedDelegation } from './actor.queries.js';

const KnownCaller = AuthGuard(['sign-in', 'bearer']);

/** Stands before every route: who is it, and do they hold what the route demands. */
@Injectable()
export class IdentityGuard extends KnownCaller implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const demand = this.reflector.get<RouteDemand | undefined>(ROUTE_DEMAND, context.getHandler());
    if (!demand) throw new Error('route without a demand');
    if (demand.kind === 'public') return true;
    await super.canActivate(context);
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const actor = request.user as Actor;
    request.actor = actor;
    if (demand.kind === 'signedIn' && actor.accountId === null) throw new HttpProblem(403, 'forbidden');
    if (demand.kind === 'permission' && !holds(actor, demand.permission)) throw await this.refusal(actor, demand.permission);
    return true;
  }

  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error) throw error instanceof Error ? error : new HttpProblem(401, 'signIn.required');
    if (!user) throw new HttpProblem(401, 'signIn.required');
    return user;
  }

  /** A deputy whose time is over is told so; everybody else that their role does not cover it. */
  private async refusal({ accountId }: Actor, permission: Permission): Promise<HttpProblem> {
    const ended = accountId === null ? null : await loadEndedDelegation(this.db, accountId, this.clock.now());
    if (!ended || !permissionsOfRole[ended.role].includes(permission)) return new HttpProblem(403, 'forbidden');
    return new HttpProblem(403, 'delegation.ended', { headName: ended.headName, endedOn: ended.endedOn });
  }
}
