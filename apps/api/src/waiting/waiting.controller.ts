import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  OfferSeatRequest, ReplacementQuery, ReplaceRequest, WithdrawRequest, type MyOffer, type Page, type ReplacementCandidate, type ReplacementRule, type ReplacementView, type WaitingList,
} from '@jenjang/shared';
import { Allow, CurrentActor, SignedIn, type Actor } from '../platform/index.js';
import { OfferService } from './offer.service.js';
import { ReplacementService } from './replacement.service.js';
import { WaitingService } from './waiting.service.js';

/** The waiting list of a cohort, offers of seats and the answers to them, leaving and replacing. */
@Controller('api/v1')
export class WaitingController {
  constructor(
    private readonly waiting: WaitingService,
    private readonly offers: OfferService,
    private readonly replacements: ReplacementService,
  ) {}

  @Get('cohorts/:id/waiting-list') @Allow('enrolment.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<WaitingList> {
    return this.waiting.list(actor, id);
  }

  @Post('cohorts/:id/waiting-list/offers') @Allow('enrolment.manage') @HttpCode(200)
  offer(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: OfferSeatRequest): Promise<WaitingList> {
    return this.waiting.offer(actor, id, request);
  }

  @Get('me/offers') @SignedIn()
  mine(@CurrentActor() actor: Actor): Promise<MyOffer[]> {
    return this.offers.mine(actor);
  }

  @Post('me/offers/:id/accept') @SignedIn() @HttpCode(204)
  accept(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.offers.accept(actor, id);
  }

  @Post('me/offers/:id/decline') @SignedIn() @HttpCode(204)
  decline(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.offers.decline(actor, id);
  }

  @Post('enrolments/:id/withdrawal') @SignedIn() @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: WithdrawRequest): Promise<void> {
    return this.replacements.withdraw(actor, id, request);
  }

  @Get('enrolments/:id/replacement') @SignedIn()
  replacement(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReplacementView> {
    return this.replacements.view(actor, id);
  }

  @Get('enrolments/:id/replacement/candidates') @SignedIn()
  candidates(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: ReplacementQuery): Promise<Page<ReplacementCandidate>> {
    return this.replacements.candidates(actor, id, query);
  }

  @Post('enrolments/:id/replacement') @SignedIn() @HttpCode(200)
  replace(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ReplaceRequest): Promise<{ enrolmentId: string; rule: ReplacementRule }> {
    return this.replacements.replace(actor, id, request);
  }
}
