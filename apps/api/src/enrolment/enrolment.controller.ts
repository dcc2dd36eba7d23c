import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import {
  AssignClassRequest, CandidateQuery, EnrolRequest, MoveEnrolmentRequest, ParticipantQuery, type CandidateRow, type IntakeReport, type MoveLine, type Page, type ParticipantRow,
} from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { EnrolmentService } from './enrolment.service.js';
import { ParticipantService } from './participant.service.js';

/** Participants of cohorts. */
@Controller('api/v1')
export class EnrolmentController {
  constructor(
    private readonly participants: ParticipantService,
    private readonly enrolments: EnrolmentService,
  ) {}

  @Get('cohorts/:id/participants') @Allow('enrolment.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: ParticipantQuery): Promise<Page<ParticipantRow>> {
    return this.participants.list(actor, id, query);
  }

  @Get('cohorts/:id/candidates') @Allow('enrolment.manage')
  candidates(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: CandidateQuery): Promise<Page<CandidateRow>> {
    return this.participants.candidates(actor, id, query);
  }

  @Post('cohorts/:id/participants') @Allow('enrolment.manage') @HttpCode(200)
  enrol(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: EnrolRequest, @Headers('idempotency-key') key?: string): Promise<IntakeReport> {
    return this.enrolments.enrol(actor, id, request, key);
  }

  @Patch('enrolments/:id') @Allow('enrolment.manage') @HttpCode(204)
  assignClass(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: AssignClassRequest): Promise<void> {
    return this.enrolments.assignClass(actor, id, request);
  }

  @Get('enrolments/:id/moves') @Allow('enrolment.read')
  history(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MoveLine[]> {
    return this.participants.history(actor, id);
  }

  @Post('enrolments/:id/state') @Allow('enrolment.manage') @HttpCode(204)
  move(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: MoveEnrolmentRequest): Promise<void> {
    return this.enrolments.move(actor, id, request);
  }
}
