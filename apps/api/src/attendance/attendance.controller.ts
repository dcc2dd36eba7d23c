import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import {
  CloseSessionRequest, PageQuery, ReopenSessionRequest, SaveMarksRequest,
  type AttendanceRow, type AttendanceSheet, type ClosedSession, type MarkAnswer, type Page, type SessionAttendance, type SessionHistory,
} from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { AttendanceService } from './attendance.service.js';
import { MarkingService } from './marking.service.js';

/** Attendance: the sheet of a session, the table of a cohort, the history of a participant. */
@Controller('api/v1')
export class AttendanceController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly marking: MarkingService,
  ) {}

  @Get('sessions/:id/sheet') @Allow('attendance.read')
  sheet(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AttendanceSheet> {
    return this.marking.sheet(actor, id);
  }

  @Put('sessions/:id/marks') @Allow('attendance.mark')
  save(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: SaveMarksRequest): Promise<MarkAnswer[]> {
    return this.marking.save(actor, id, request);
  }

  @Post('sessions/:id/close') @Allow('attendance.mark') @HttpCode(200)
  close(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: CloseSessionRequest): Promise<ClosedSession> {
    return this.marking.close(actor, id, request);
  }

  @Post('sessions/:id/reopen') @Allow('attendance.mark') @HttpCode(204)
  reopen(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ReopenSessionRequest): Promise<void> {
    return this.marking.reopen(actor, id, request);
  }

  @Get('cohorts/:id/attendance') @Allow('attendance.read')
  matrix(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: PageQuery): Promise<Page<AttendanceRow>> {
    return this.attendance.matrix(actor, id, query);
  }

  @Get('cohorts/:id/attendance/sessions') @Allow('attendance.read')
  sessions(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SessionAttendance[]> {
    return this.attendance.sessions(actor, id);
  }

  @Get('enrolments/:id/attendance') @Allow('attendance.read')
  history(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SessionHistory[]> {
    return this.attendance.history(actor, id);
  }
}
