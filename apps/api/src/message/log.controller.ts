import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { MessageQuery, type MessageDetail, type MessageRow, type Page } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { LogService } from './log.service.js';

/** What a cohort was told, and what became of each message. */
@Controller('api/v1')
export class LogController {
  constructor(private readonly log: LogService) {}

  @Get('cohorts/:id/messages') @Allow('message.manage')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: MessageQuery): Promise<Page<MessageRow>> {
    return this.log.list(actor, id, query);
  }

  @Get('messages/:id') @Allow('message.manage')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MessageDetail> {
    return this.log.one(actor, id);
  }

  @Post('messages/:id/repeat') @Allow('message.manage') @HttpCode(204)
  repeat(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.log.repeat(actor, id);
  }
}
