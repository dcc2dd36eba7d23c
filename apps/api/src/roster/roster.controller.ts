import { Body, Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Patch, Post, Put, Query, Res, StreamableFile, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  importBytes, MapRosterRequest, MendRowRequest, RosterRowQuery, StartRosterRequest, TemplateQuery, type RosterRowPage, type RosterRowView, type RosterView,
} from '@jenjang/shared';
import type { Response } from 'express';
import { UploadSweep, type IncomingFile } from '../file/index.js';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { DownloadService } from './download.service.js';
import { RosterService } from './roster.service.js';

const parser = { limits: { fileSize: importBytes, files: 1, fields: 6, parts: 7 }, defParamCharset: 'utf8' };

/** Imports of people, units and participants. What else a kind of import needs is decided where it is known. */
@Controller('api/v1/imports')
export class RosterController {
  constructor(
    private readonly rosters: RosterService,
    private readonly downloads: DownloadService,
  ) {}

  @Get('template') @Allow('person.manage')
  template(@CurrentActor() actor: Actor, @Query() { kind }: TemplateQuery): Promise<StreamableFile> {
    return this.downloads.template(actor, kind);
  }

  @Post() @Allow('person.manage') @UseInterceptors(UploadSweep, FileInterceptor('file', parser))
  start(@CurrentActor() actor: Actor, @Body() request: StartRosterRequest, @UploadedFile() file: IncomingFile | undefined): Promise<RosterView> {
    return this.rosters.start(actor, request, file);
  }

  @Get(':id') @Allow('person.manage')
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RosterView> {
    return this.rosters.read(actor, id);
  }

  @Put(':id/columns') @Allow('person.manage')
  map(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: MapRosterRequest): Promise<RosterView> {
    return this.rosters.map(actor, id, request);
  }

  @Get(':id/rows') @Allow('person.manage')
  rows(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: RosterRowQuery): Promise<RosterRowPage> {
    return this.rosters.rows(actor, id, query);
  }

  @Patch(':id/rows/:row') @Allow('person.manage')
  mend(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('row', ParseIntPipe) row: number, @Body() { cells }: MendRowRequest): Promise<{ row: RosterRowView; run: RosterView }> {
    return this.rosters.mend(actor, id, row, cells);
  }

  @Get(':id/rejected.csv') @Allow('person.manage')
  rejectedCsv(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() response: Response): Promise<void> {
    return this.downloads.rejected(actor, id, 'csv', response);
  }

  @Get(':id/rejected.xlsx') @Allow('person.manage')
  rejectedXlsx(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() response: Response): Promise<void> {
    return this.downloads.rejected(actor, id, 'xlsx', response);
  }
}
