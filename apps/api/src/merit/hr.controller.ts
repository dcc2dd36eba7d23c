import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { HrEventQuery, MeritStreamQuery, type HrEventPage, type MeritManifest } from '@jenjang/shared';
import type { Response } from 'express';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { HrFeedService } from './hr-feed.service.js';
import { MeritService } from './merit.service.js';
import { mediaTypes } from './merit.streams.js';

/** What other HR systems read. */
@Controller('api/v1/hr')
export class HrController {
  constructor(
    private readonly merit: MeritService,
    private readonly feed: HrFeedService,
  ) {}

  @Get('events') @Allow('merit.read')
  events(@CurrentActor() actor: Actor, @Query() query: HrEventQuery): Promise<HrEventPage> {
    return this.feed.page(actor, query);
  }

  /** Streams every row; the header X-Export-Id names the manifest, which is kept when the last byte has left. */
  @Get('certificates') @Allow('merit.export')
  async certificates(@CurrentActor() actor: Actor, @Query() { format, ...filter }: MeritStreamQuery, @Res() response: Response): Promise<void> {
    const id = randomUUID();
    response.set({ 'content-type': mediaTypes[format], 'content-disposition': `attachment; filename="jenjang-sertifikat.${format}"`, 'x-export-id': id, 'cache-control': 'no-store' });
    await this.merit.stream(actor, format, filter, id, response);
  }

  @Get('exports/:id') @Allow('merit.export')
  manifest(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MeritManifest> {
    return this.merit.manifest(actor, id);
  }
}
