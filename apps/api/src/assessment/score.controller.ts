import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { PageQuery, SaveScoresRequest, type ScoreAnswer, type ScoreGrid } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { ScoreService } from './score.service.js';

/** Scores of a cohort. */
@Controller('api/v1/cohorts/:id/scores')
export class ScoreController {
  constructor(private readonly scores: ScoreService) {}

  @Get() @Allow('assessment.read')
  grid(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: PageQuery): Promise<ScoreGrid> {
    return this.scores.grid(actor, id, query);
  }

  @Put() @Allow('assessment.score')
  save(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: SaveScoresRequest): Promise<ScoreAnswer[]> {
    return this.scores.save(actor, id, request);
  }
}
