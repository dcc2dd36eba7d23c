import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import {
  ChangeCohortRequest, CloneCohortRequest, CohortQuery, CreateCohortRequest, MoveCohortRequest, PutClassesRequest, PutPartnersRequest, PutPhasesRequest,
  PutSignatoriesRequest, type CohortDetail, type CohortRow, type CohortSummary, type Page, type PublishCheck,
} from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { CohortService } from './cohort.service.js';
import { CohortLifeService } from './life.service.js';
import { PlanService } from './plan.service.js';

/** Cohorts with their plan. */
@Controller('api/v1/cohorts')
export class CohortController {
  constructor(
    private readonly cohorts: CohortService,
    private readonly lives: CohortLifeService,
    private readonly plans: PlanService,
  ) {}

  @Get() @Allow('cohort.read')
  list(@CurrentActor() actor: Actor, @Query() query: CohortQuery): Promise<Page<CohortRow>> {
    return this.cohorts.list(actor, query);
  }

  @Get(':id') @Allow('cohort.read')
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CohortDetail> {
    return this.cohorts.read(actor, id);
  }

  @Get(':id/summary') @Allow('cohort.read')
  summarise(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CohortSummary> {
    return this.cohorts.summarise(actor, id);
  }

  @Get(':id/publish-check') @Allow('cohort.read')
  check(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PublishCheck> {
    return this.cohorts.check(actor, id);
  }

  @Post() @Allow('cohort.manage')
  create(@CurrentActor() actor: Actor, @Body() request: CreateCohortRequest): Promise<CohortDetail> {
    return this.cohorts.create(actor, request);
  }

  @Patch(':id') @Allow('cohort.manage')
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ChangeCohortRequest): Promise<CohortDetail> {
    return this.cohorts.change(actor, id, request);
  }

  @Post(':id/clone') @Allow('cohort.manage')
  async clone(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: CloneCohortRequest): Promise<CohortDetail> {
    return this.cohorts.read(actor, await this.lives.clone(actor, id, request));
  }

  @Post(':id/state') @Allow('cohort.manage') @HttpCode(200)
  async move(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: MoveCohortRequest): Promise<CohortDetail> {
    await this.lives.move(actor, id, request);
    return this.cohorts.read(actor, id);
  }

  @Put(':id/phases') @Allow('cohort.manage')
  async putPhases(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: PutPhasesRequest): Promise<CohortDetail> {
    await this.plans.putPhases(actor, id, request);
    return this.cohorts.read(actor, id);
  }

  @Put(':id/classes') @Allow('cohort.manage')
  async putClasses(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: PutClassesRequest): Promise<CohortDetail> {
    await this.plans.putClasses(actor, id, request);
    return this.cohorts.read(actor, id);
  }

  @Put(':id/partners') @Allow('cohort.manage')
  async putPartners(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: PutPartnersRequest): Promise<CohortDetail> {
    await this.plans.putPartners(actor, id, request);
    return this.cohorts.read(actor, id);
  }

  @Put(':id/signatories') @Allow('cohort.manage')
  async putSignatories(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: PutSignatoriesRequest): Promise<CohortDetail> {
    await this.plans.putSignatories(actor, id, request);
    return this.cohorts.read(actor, id);
  }
}
