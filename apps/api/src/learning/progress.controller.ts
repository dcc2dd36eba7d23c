import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { PageQuery, PreviewRequest } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { renderPage } from './learning.markdown.js';
import { ProgressService, type CohortProgress } from './progress.service.js';

/** Learning, as seen by those who run it. */
@Controller('api/v1')
export class ProgressController {
  constructor(private readonly progress: ProgressService) {}

  @Get('cohorts/:id/learning') @Allow('enrolment.read')
  ofCohort(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: PageQuery): Promise<CohortProgress> {
    return this.progress.ofCohort(actor, id, query);
  }

  @Post('learning/preview') @Allow('learning.manage') @HttpCode(200)
  preview(@Body() { body }: PreviewRequest): { html: string } {
    return { html: renderPage(body) };
  }
}
