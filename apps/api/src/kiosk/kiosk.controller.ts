import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  DeviceQuery, JudgeMarkRequest, KioskDayQuery, PrepareDeviceRequest, RevokeDeviceRequest, SendParcelRequest,
  type DevicePack, type DeviceQuestionRow, type DeviceRow, type DeviceSourceRow, type DeviceWalkInRow, type KioskSessionChoice, type Page, type ParcelAnswer,
} from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { DeviceService } from './device.service.js';
import { JudgementService } from './judgement.service.js';
import { ParcelService } from './parcel.service.js';

/** Devices that take attendance without a network: prepared before, heard afterwards. */
@Controller('api/v1')
export class KioskController {
  constructor(
    private readonly devices: DeviceService,
    private readonly parcels: ParcelService,
    private readonly judgements: JudgementService,
  ) {}

  @Get('devices') @Allow('attendance.mark')
  list(@CurrentActor() actor: Actor, @Query() query: DeviceQuery): Promise<Page<DeviceRow>> {
    return this.devices.list(actor, query);
  }

  @Get('devices/sessions') @Allow('attendance.mark')
  choices(@CurrentActor() actor: Actor, @Query() { on }: KioskDayQuery): Promise<KioskSessionChoice[]> {
    return this.devices.choices(actor, on);
  }

  @Post('devices') @Allow('attendance.mark')
  prepare(@CurrentActor() actor: Actor, @Body() request: PrepareDeviceRequest): Promise<{ id: string }> {
    return this.devices.prepare(actor, request);
  }

  @Get('devices/:id/pack') @Allow('attendance.mark')
  pack(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DevicePack> {
    return this.devices.pack(actor, id);
  }

  @Post('devices/:id/revoke') @Allow('attendance.mark') @HttpCode(204)
  revoke(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: RevokeDeviceRequest): Promise<void> {
    return this.devices.revoke(actor, id, request);
  }

  @Post('devices/:id/batches') @Allow('attendance.mark') @HttpCode(200)
  receive(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: SendParcelRequest): Promise<ParcelAnswer> {
    return this.parcels.receive(actor, id, request);
  }

  @Get('devices/:id/batches') @Allow('attendance.mark')
  answers(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ParcelAnswer[]> {
    return this.parcels.answers(actor, id);
  }

  @Get('cohorts/:id/device-questions') @Allow('attendance.read')
  questions(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DeviceQuestionRow[]> {
    return this.judgements.questions(actor, id);
  }

  @Get('cohorts/:id/device-walk-ins') @Allow('attendance.read')
  walkIns(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DeviceWalkInRow[]> {
    return this.judgements.walkIns(actor, id);
  }

  @Get('sessions/:id/device-marks') @Allow('attendance.read')
  sources(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DeviceSourceRow[]> {
    return this.judgements.sources(actor, id);
  }

  @Post('device-marks/:id/judgement') @Allow('attendance.mark') @HttpCode(204)
  judge(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: JudgeMarkRequest): Promise<void> {
    return this.judgements.judge(actor, id, request);
  }
}
