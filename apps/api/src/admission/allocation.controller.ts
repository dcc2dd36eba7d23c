import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { AllocationChange, AllocationQuery, AllocationRequest, type AllocationRow, type Page } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { AllocationService } from './allocation.service.js';

/** Seats of a year above the cohorts. */
@Controller('api/v1/allocations')
export class AllocationController {
  constructor(private readonly allocations: AllocationService) {}

  @Get() @Allow('cohort.read')
  list(@CurrentActor() actor: Actor, @Query() query: AllocationQuery): Promise<Page<AllocationRow>> {
    return this.allocations.list(actor, query);
  }

  @Post() @Allow('agency.manage')
  create(@CurrentActor() actor: Actor, @Body() request: AllocationRequest): Promise<{ id: string }> {
    return this.allocations.create(actor, request);
  }

  @Put(':id') @Allow('agency.manage')
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: AllocationChange): Promise<{ id: string }> {
    return this.allocations.change(actor, id, request);
  }
}
