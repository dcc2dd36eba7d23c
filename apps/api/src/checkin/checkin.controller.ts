import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  CardCheckInRequest, CheckInRequest, ExtendCheckInRequest, OpenCheckInRequest,
  type CheckInAnswer, type OpeningView, type OwnOpening, type ScreenView,
} from '@jenjang/shared';
import { Allow, CurrentActor, SignedIn, type Actor } from '../platform/index.js';
import { ArrivalService } from './arrival.service.js';
import { OpeningService } from './opening.service.js';

/** Check-in: opened by staff, shown by the projector, done by participants and at the door. */
@Controller('api/v1')
export class CheckInController {
  constructor(
    private readonly openings: OpeningService,
    private readonly arrivals: ArrivalService,
  ) {}

  @Get('sessions/:id/check-in/opening') @Allow('attendance.read')
  view(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<OpeningView> {
    return this.openings.view(actor, id);
  }

  @Post('sessions/:id/check-in/opening') @Allow('attendance.mark') @HttpCode(200)
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: OpenCheckInRequest): Promise<OpeningView> {
    return this.openings.open(actor, id, request);
  }

  @Post('sessions/:id/check-in/opening/close') @Allow('attendance.mark') @HttpCode(200)
  close(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<OpeningView> {
    return this.openings.close(actor, id);
  }

  @Post('sessions/:id/check-in/opening/extend') @Allow('attendance.mark') @HttpCode(200)
  extend(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ExtendCheckInRequest): Promise<OpeningView> {
    return this.openings.extend(actor, id, request);
  }

  @Get('sessions/:id/check-in/opening/code') @Allow('attendance.mark')
  code(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ScreenView> {
    return this.openings.screen(actor, id);
  }

  @Post('sessions/:id/card-check-ins') @Allow('attendance.mark') @HttpCode(200)
  card(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: CardCheckInRequest): Promise<CheckInAnswer> {
    return this.arrivals.card(actor, id, request);
  }

  @Get('me/check-ins') @SignedIn()
  own(@CurrentActor() actor: Actor): Promise<OwnOpening[]> {
    return this.openings.own(actor);
  }

  @Post('me/check-ins') @SignedIn() @HttpCode(200)
  checkIn(@CurrentActor() actor: Actor, @Body() request: CheckInRequest): Promise<CheckInAnswer> {
    return this.arrivals.own(actor, request);
  }
}
