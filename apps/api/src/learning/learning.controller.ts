import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ProgressRequest, type LearningTree, type MyLearningRow, type OpenedActivity, type StoredProgress } from '@jenjang/shared';
import { CurrentActor, SignedIn, type Actor } from '../platform/index.js';
import { LearningService } from './learning.service.js';

/** Learning, as a participant. */
@Controller('api/v1/me')
export class LearningController {
  constructor(private readonly learning: LearningService) {}

  @Get('learning') @SignedIn()
  mine(@CurrentActor() actor: Actor): Promise<MyLearningRow[]> {
    return this.learning.mine(actor);
  }

  @Get('enrolments/:id/modules') @SignedIn()
  tree(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LearningTree> {
    return this.learning.tree(actor, id);
  }

  @Get('enrolments/:id/activities/:activityId') @SignedIn()
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('activityId', ParseUUIDPipe) activityId: string): Promise<OpenedActivity> {
    return this.learning.open(actor, id, activityId);
  }

  @Put('enrolments/:id/activities/:activityId/progress') @SignedIn()
  step(
    @CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('activityId', ParseUUIDPipe) activityId: string, @Body() request: ProgressRequest,
  ): Promise<StoredProgress> {
    return this.learning.step(actor, id, activityId, request);
  }
}
