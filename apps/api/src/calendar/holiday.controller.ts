import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ChangeHolidayRequest, HolidayQuery, HolidayRequest, type HolidayRow } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { HolidayService } from './holiday.service.js';

/** Days on which nobody expects to be trained. */
@Controller('api/v1/holidays')
export class HolidayController {
  constructor(private readonly holidays: HolidayService) {}

  @Get() @Allow('cohort.read')
  list(@CurrentActor() actor: Actor, @Query() query: HolidayQuery): Promise<readonly HolidayRow[]> {
    return this.holidays.list(actor, query);
  }

  @Post() @Allow('cohort.manage')
  add(@CurrentActor() actor: Actor, @Body() request: HolidayRequest): Promise<{ id: string }> {
    return this.holidays.add(actor, request);
  }

  @Put(':id') @Allow('cohort.manage') @HttpCode(204)
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ChangeHolidayRequest): Promise<void> {
    return this.holidays.change(actor, id, request);
  }

  @Delete(':id') @Allow('cohort.manage') @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.holidays.remove(actor, id);
  }
}
