import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ChangeVenueRequest, VenueQuery, VenueRequest, type Page, type VenueView } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { VenueService } from './venue.service.js';

/** Places with rooms. */
@Controller('api/v1/venues')
export class VenueController {
  constructor(private readonly venues: VenueService) {}

  @Get() @Allow('cohort.read')
  list(@CurrentActor() actor: Actor, @Query() query: VenueQuery): Promise<Page<VenueView>> {
    return this.venues.list(actor, query);
  }

  @Post() @Allow('cohort.manage')
  add(@CurrentActor() actor: Actor, @Body() request: VenueRequest): Promise<{ id: string }> {
    return this.venues.add(actor, request);
  }

  @Put(':id') @Allow('cohort.manage') @HttpCode(204)
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ChangeVenueRequest): Promise<void> {
    return this.venues.change(actor, id, request);
  }

  @Delete(':id') @Allow('cohort.manage') @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.venues.remove(actor, id);
  }
}
