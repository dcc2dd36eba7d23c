import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { DelegateRequest, DeputyQuery, type Delegations, type DeputyCandidate } from '@jenjang/shared';
import { CurrentActor, SignedIn, type Actor } from '../platform/index.js';
import { DelegationService } from './delegation.service.js';

/** Deputies of one's own rights. Whose right it is decides, not a permission: deputies hold all others. */
@Controller('api/v1/delegations')
export class DelegationController {
  constructor(private readonly delegations: DelegationService) {}

  @Get() @SignedIn()
  list(@CurrentActor() actor: Actor): Promise<Delegations> {
    return this.delegations.list(actor);
  }

  @Get('candidates') @SignedIn()
  candidates(@CurrentActor() actor: Actor, @Query() query: DeputyQuery): Promise<DeputyCandidate[]> {
    return this.delegations.findDeputies(actor, query);
  }

  @Post() @SignedIn()
  delegate(@CurrentActor() actor: Actor, @Body() request: DelegateRequest): Promise<{ id: string }> {
    return this.delegations.delegate(actor, request);
  }

  @Delete(':id') @SignedIn() @HttpCode(204)
  revoke(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.delegations.revoke(actor, id);
  }
}
