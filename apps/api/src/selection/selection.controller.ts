import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, StreamableFile } from '@nestjs/common';
import {
  SaveStepResultsRequest, SelectionQuery, SelectionRequest, WriteMinutesRequest,
  type MinutesRow, type Page, type SelectionOverview, type SelectionPreview, type SelectionReport, type SelectionRow, type StepResultAnswer,
} from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { DecidingService } from './deciding.service.js';
import { MinutesService } from './minutes.service.js';
import { SelectionService } from './selection.service.js';
import { StepService } from './step.service.js';

/** Choosing the participants of a cohort among its candidates. */
@Controller('api/v1')
export class SelectionController {
  constructor(
    private readonly selections: SelectionService,
    private readonly deciding: DecidingService,
    private readonly steps: StepService,
    private readonly minutes: MinutesService,
  ) {}

  @Get('cohorts/:id/selection') @Allow('enrolment.manage')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: SelectionQuery): Promise<Page<SelectionRow>> {
    return this.selections.list(actor, id, query);
  }

  @Get('cohorts/:id/selection/overview') @Allow('enrolment.manage')
  overview(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SelectionOverview> {
    return this.selections.overview(actor, id);
  }

  @Post('cohorts/:id/selection/preview') @Allow('enrolment.manage') @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: SelectionRequest): Promise<SelectionPreview> {
    return this.deciding.preview(actor, id, request);
  }

  @Post('cohorts/:id/selection/decide') @Allow('enrolment.manage') @HttpCode(200)
  decide(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: SelectionRequest, @Headers('idempotency-key') key?: string): Promise<SelectionReport> {
    return this.deciding.decide(actor, id, request, key);
  }

  @Put('cohorts/:id/selection/results') @Allow('enrolment.manage')
  saveResults(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: SaveStepResultsRequest): Promise<readonly StepResultAnswer[]> {
    return this.steps.save(actor, id, request);
  }

  @Get('cohorts/:id/selection/minutes') @Allow('enrolment.manage')
  listMinutes(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<readonly MinutesRow[]> {
    return this.minutes.list(actor, id);
  }

  @Post('cohorts/:id/selection/minutes') @Allow('enrolment.manage')
  writeMinutes(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: WriteMinutesRequest): Promise<{ id: string; number: string }> {
    return this.minutes.write(actor, id, request);
  }

  @Get('selection-minutes/:id/pdf') @Allow('enrolment.manage')
  async paper(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { name, content } = await this.minutes.paper(actor, id);
    return new StreamableFile(content, { type: 'application/pdf', disposition: `inline; filename="${name}"` });
  }
}
