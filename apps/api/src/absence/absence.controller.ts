import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  AbsencePreviewRequest, AbsenceQuery, AskAbsenceRequest, DecideAbsenceRequest,
  type AbsenceChoice, type AbsenceEffect, type AbsenceRequestView, type AbsenceRow, type Page,
} from '@jenjang/shared';
import { Allow, CurrentActor, SignedIn, type Actor } from '../platform/index.js';
import { AbsenceService } from './absence.service.js';

/** Requests to be away from sessions. */
@Controller('api/v1')
export class AbsenceController {
  constructor(private readonly absences: AbsenceService) {}

  @Get('me/absences') @SignedIn()
  own(@CurrentActor() actor: Actor): Promise<AbsenceRequestView[]> {
    return this.absences.own(actor);
  }

  @Get('me/absences/choices') @SignedIn()
  choices(@CurrentActor() actor: Actor): Promise<AbsenceChoice[]> {
    return this.absences.choices(actor);
  }

  @Post('me/absences/preview') @SignedIn() @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Body() request: AbsencePreviewRequest): Promise<AbsenceEffect> {
    return this.absences.preview(actor, request);
  }

  @Post('me/absences') @SignedIn()
  ask(@CurrentActor() actor: Actor, @Body() request: AskAbsenceRequest): Promise<{ id: string }> {
    return this.absences.ask(actor, request);
  }

  @Post('me/absences/:id/withdrawal') @SignedIn() @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.absences.withdraw(actor, id);
  }

  @Get('cohorts/:id/absences') @Allow('attendance.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: AbsenceQuery): Promise<Page<AbsenceRow>> {
    return this.absences.list(actor, id, query);
  }

  @Post('absences/:id/decision') @Allow('attendance.mark') @HttpCode(204)
  decide(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: DecideAbsenceRequest): Promise<void> {
    return this.absences.decide(actor, id, request);
  }
}
