import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ClassMessageDraft, ClassMessageRequest, type ClassMessagePreview, type ClassMessageRow, type ReadershipChoices } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { ClassMessageService } from './class-message.service.js';

/** Writing to the people of a cohort: organisers, and facilitators in their own cohorts. */
@Controller('api/v1')
export class ClassMessageController {
  constructor(private readonly messages: ClassMessageService) {}

  @Get('cohorts/:id/class-messages') @Allow('attendance.mark')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<readonly ClassMessageRow[]> {
    return this.messages.list(actor, id);
  }

  @Get('cohorts/:id/class-messages/choices') @Allow('attendance.mark')
  choices(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReadershipChoices> {
    return this.messages.choices(actor, id);
  }

  @Post('cohorts/:id/class-messages/preview') @Allow('attendance.mark') @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() draft: ClassMessageDraft): Promise<ClassMessagePreview> {
    return this.messages.preview(actor, id, draft);
  }

  @Post('cohorts/:id/class-messages/test') @Allow('attendance.mark') @HttpCode(204)
  test(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() draft: ClassMessageDraft): Promise<void> {
    return this.messages.test(actor, id, draft);
  }

  @Post('cohorts/:id/class-messages') @Allow('attendance.mark')
  send(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ClassMessageRequest): Promise<{ id: string; readers: number }> {
    return this.messages.send(actor, id, request);
  }

  @Post('class-messages/:id/cancel') @Allow('attendance.mark') @HttpCode(204)
  cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.messages.cancel(actor, id);
  }
}
