import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { FlagNoteRequest, FlagVerdictRequest, type FlagRow } from '@jenjang/shared';
import { Allow, CurrentActor, SignedIn, type Actor } from '../platform/index.js';
import { FlagService } from './flag.service.js';

/** Flags of check-ins: read and judged by staff, explained by the participant. */
@Controller('api/v1')
export class FlagController {
  constructor(private readonly flags: FlagService) {}

  @Get('sessions/:id/check-in/flags') @Allow('attendance.mark')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FlagRow[]> {
    return this.flags.list(actor, id);
  }

  @Post('check-in-flags/:id/verdict') @Allow('attendance.mark') @HttpCode(204)
  judge(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: FlagVerdictRequest): Promise<void> {
    return this.flags.judge(actor, id, request);
  }

  @Post('me/check-ins/:id/note') @SignedIn() @HttpCode(204)
  explain(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: FlagNoteRequest): Promise<void> {
    return this.flags.explain(actor, id, request);
  }
}
