import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { PreviewReportRequest, TakeReportRequest, type ReportPreview, type ReportResult } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { ReportService } from './report.service.js';

/** Reports of Zoom, Meet and Teams about a session. */
@Controller('api/v1/sessions/:id/reports')
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Post('preview') @Allow('attendance.mark') @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { fileId }: PreviewReportRequest): Promise<ReportPreview> {
    return this.reports.preview(actor, id, fileId);
  }

  @Post() @Allow('attendance.mark') @HttpCode(200)
  take(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: TakeReportRequest): Promise<ReportResult> {
    return this.reports.take(actor, id, request);
  }
}
