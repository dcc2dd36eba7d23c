import { Controller, Get, Query } from '@nestjs/common';
import { HistoryQuery, type HistoryEntry } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { AuditService } from './audit.service.js';

/** Who did what to a record. */
@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get() @Allow('audit.read')
  history(@CurrentActor() actor: Actor, @Query() query: HistoryQuery): Promise<HistoryEntry[]> {
    return this.audit.history(actor, query);
  }
}
