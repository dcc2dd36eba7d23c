import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  NominateRequest, NominationQuery, NomineeQuery, type NominationDesk, type NominationDetail, type NominationReceipt, type NominationRow, type NomineeRow, type OpenCohort, type Page,
} from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { LetterService } from './letter.service.js';
import { NominationService } from './nomination.service.js';

/** Sending people of one's own units to cohorts. */
@Controller('api/v1')
export class NominationController {
  constructor(
    private readonly nominations: NominationService,
    private readonly letters: LetterService,
  ) {}

  @Get('nominations/open') @Allow('nomination.submit')
  open(@CurrentActor() actor: Actor): Promise<OpenCohort[]> {
    return this.nominations.open(actor);
  }

  @Get('nominations') @Allow('nomination.submit')
  list(@CurrentActor() actor: Actor, @Query() query: NominationQuery): Promise<Page<NominationRow>> {
    return this.letters.list(actor, query);
  }

  @Get('nominations/:id') @Allow('nomination.submit')
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NominationDetail> {
    return this.letters.read(actor, id);
  }

  @Get('cohorts/:id/nomination') @Allow('nomination.submit')
  desk(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NominationDesk> {
    return this.nominations.desk(actor, id);
  }

  @Get('cohorts/:id/nominees') @Allow('nomination.submit')
  nominees(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: NomineeQuery): Promise<Page<NomineeRow>> {
    return this.nominations.nominees(actor, id, query);
  }

  @Post('cohorts/:id/nominations') @Allow('nomination.submit')
  nominate(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: NominateRequest, @Headers('idempotency-key') key?: string): Promise<NominationReceipt> {
    return this.nominations.nominate(actor, id, request, key);
  }
}
