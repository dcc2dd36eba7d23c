import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, StreamableFile } from '@nestjs/common';
import { MakeDocumentRequest, NumberingRequest, type DocumentList, type NumberedKind } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { DocumentService } from './document.service.js';

/** Letters, lists, attendance sheets and cards of a cohort, and how an agency numbers them. */
@Controller('api/v1')
export class DocumentController {
  constructor(private readonly documents: DocumentService) {}

  @Get('cohorts/:id/documents') @Allow('enrolment.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DocumentList> {
    return this.documents.list(actor, id);
  }

  @Post('cohorts/:id/documents') @Allow('cohort.manage') @HttpCode(201)
  make(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: MakeDocumentRequest): Promise<DocumentList> {
    return this.documents.make(actor, id, request);
  }

  @Get('documents/:id/pdf') @Allow('enrolment.read')
  async file(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { name, content } = await this.documents.file(actor, id);
    return new StreamableFile(content, { type: 'application/pdf', disposition: `inline; filename="${name}"` });
  }

  @Put('agencies/:id/document-numbering') @Allow('cohort.manage')
  setNumbering(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: NumberingRequest): Promise<Record<NumberedKind, string>> {
    return this.documents.setNumbering(actor, id, request);
  }
}
