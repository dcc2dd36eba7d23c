import { Module } from '@nestjs/common';
import { FileModule } from '../file/index.js';
import { ReportController } from './report.controller.js';
import { ReportService } from './report.service.js';

/** Attendance out of the reports of online meetings. */
@Module({ imports: [FileModule], controllers: [ReportController], providers: [ReportService] })
export class ReportModule {}
