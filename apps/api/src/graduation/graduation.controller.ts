import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  DecideRequest, DecisionPreviewRequest, DryRunQuery, GraduationQuery, type DecidedAnswer, type DecisionPreview, type DryRun, type GraduationList, type GraduationStanding,
} from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { DecisionService } from './decision.service.js';
import { GraduationService } from './graduation.service.js';
import { StandingService } from './standing.service.js';

/** Graduation as organisers and HR see it. */
@Controller('api/v1')
export class GraduationController {
  constructor(
    private readonly graduation: GraduationService,
    private readonly decisions: DecisionService,
    private readonly standings: StandingService,
  ) {}

  @Get('cohorts/:id/graduation') @Allow('graduation.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: GraduationQuery): Promise<GraduationList> {
    return this.graduation.list(actor, id, query);
  }

  @Get('cohorts/:id/graduation/dry-run') @Allow('graduation.decide')
  dryRun(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: DryRunQuery): Promise<DryRun> {
    return this.graduation.dryRun(actor, id, query);
  }

  @Post('cohorts/:id/graduation/preview') @Allow('graduation.decide') @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: DecisionPreviewRequest): Promise<DecisionPreview> {
    return this.decisions.preview(actor, id, request);
  }

  @Post('cohorts/:id/graduation') @Allow('graduation.decide') @HttpCode(200)
  decide(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: DecideRequest): Promise<DecidedAnswer> {
    return this.decisions.decide(actor, id, request);
  }

  @Get('enrolments/:id/graduation') @Allow('graduation.read')
  standing(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<GraduationStanding> {
    return this.standings.ofEnrolment(actor, id);
  }
}
