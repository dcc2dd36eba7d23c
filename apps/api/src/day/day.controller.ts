import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { DayQuery, WalkInRequest, type CohortDay, type WalkInResult } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { DayService } from './day.service.js';
import { WalkInService } from './walk-in.service.js';

/** The running day: where its sessions stand, what they need, and who came unannounced. */
@Controller('api/v1')
export class DayController {
  constructor(
    private readonly days: DayService,
    private readonly walkIns: WalkInService,
  ) {}

  @Get('cohorts/:id/day') @Allow('attendance.read')
  day(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() { date }: DayQuery): Promise<CohortDay> {
    return this.days.day(actor, id, date);
  }

  @Post('sessions/:id/walk-ins') @Allow('enrolment.manage') @HttpCode(200)
  walkIn(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { personId }: WalkInRequest): Promise<WalkInResult> {
    return this.walkIns.take(actor, id, personId);
  }
}
