import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { CancelSessionRequest, ChangeSessionRequest, SessionRequest } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { SessionService } from './session.service.js';

/** Sessions as planned; what happens in them belongs to attendance. */
@Controller('api/v1')
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  @Post('cohorts/:id/sessions') @Allow('cohort.manage')
  add(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: SessionRequest): Promise<{ id: string }> {
    return this.sessions.add(actor, id, request);
  }

  @Patch('sessions/:id') @Allow('cohort.manage') @HttpCode(204)
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ChangeSessionRequest): Promise<void> {
    return this.sessions.change(actor, id, request);
  }

  @Delete('sessions/:id') @Allow('cohort.manage') @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sessions.remove(actor, id);
  }

  @Post('sessions/:id/cancel') @Allow('cohort.manage') @HttpCode(204)
  cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: CancelSessionRequest): Promise<void> {
    return this.sessions.cancel(actor, id, request);
  }
}
