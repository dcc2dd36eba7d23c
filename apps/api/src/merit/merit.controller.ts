import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { MeritExportRequest, MeritQuery, type MeritManifest, type MeritRecord, type Page, type PersonLessonHours } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { MeritService } from './merit.service.js';

/** Merit records on the screen of an HR analyst. */
@Controller('api/v1/merit')
export class MeritController {
  constructor(private readonly merit: MeritService) {}

  @Get('certificates') @Allow('merit.read')
  list(@CurrentActor() actor: Actor, @Query() query: MeritQuery): Promise<Page<MeritRecord>> {
    return this.merit.list(actor, query);
  }

  @Get('people/:id/lesson-hours') @Allow('merit.read')
  lessonHours(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PersonLessonHours[]> {
    return this.merit.lessonHours(actor, id);
  }

  @Post('exports') @Allow('merit.export') @HttpCode(202)
  ask(@CurrentActor() actor: Actor, @Body() request: MeritExportRequest): Promise<{ exportId: string | null; jobId: string | null; rows: number }> {
    return this.merit.ask(actor, request);
  }

  @Get('exports') @Allow('merit.export')
  exports(@CurrentActor() actor: Actor): Promise<MeritManifest[]> {
    return this.merit.manifests(actor);
  }

  @Get('exports/:id') @Allow('merit.export')
  manifest(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MeritManifest> {
    return this.merit.manifest(actor, id);
  }

  @Get('exports/:id/file') @Allow('merit.export')
  async file(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { name, mediaType, content } = await this.merit.file(actor, id);
    return new StreamableFile(content, { type: mediaType, disposition: `attachment; filename="${name}"` });
  }
}
