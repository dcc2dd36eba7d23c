import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { PreviewReplanRequest, ReplanRequest, UndoReplanRequest, type CohortCalendar, type ReplanPreview, type ReplanView } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { ReplanService } from './replan.service.js';

/** The calendar of a cohort and moving its sessions. */
@Controller('api/v1/cohorts/:id')
export class ReplanController {
  constructor(private readonly replans: ReplanService) {}

  @Get('calendar') @Allow('cohort.read')
  calendar(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CohortCalendar> {
    return this.replans.calendar(actor, id);
  }

  @Post('sessions/replan/preview') @Allow('cohort.manage') @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: PreviewReplanRequest): Promise<ReplanPreview> {
    return this.replans.preview(actor, id, request);
  }

  @Post('sessions/replan/apply') @Allow('cohort.manage') @HttpCode(200)
  apply(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ReplanRequest): Promise<ReplanView> {
    return this.replans.apply(actor, id, request);
  }

  @Post('sessions/replan/undo') @Allow('cohort.manage') @HttpCode(200)
  undo(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { replanId }: UndoReplanRequest): Promise<ReplanView> {
    return this.replans.undo(actor, id, replanId);
  }
}
