import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { MessageTemplateQuery, PreviewTemplateRequest, ResetTemplateRequest, SaveTemplateRequest, type TemplatePreview, type TemplateRow, type TemplateSheet } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { TemplateService } from './template.service.js';

/** The texts of messages: the national ones, and an agency's own on top. */
@Controller('api/v1/message-templates')
export class TemplateController {
  constructor(private readonly templates: TemplateService) {}

  @Get() @Allow('message.manage')
  list(@CurrentActor() actor: Actor, @Query() query: MessageTemplateQuery): Promise<readonly TemplateRow[]> {
    return this.templates.list(actor, query);
  }

  @Get(':event') @Allow('message.manage')
  sheet(@CurrentActor() actor: Actor, @Param('event') event: string, @Query() query: MessageTemplateQuery): Promise<TemplateSheet> {
    return this.templates.sheet(actor, event, query);
  }

  @Post('preview') @Allow('message.manage') @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Body() request: PreviewTemplateRequest): Promise<TemplatePreview> {
    return this.templates.preview(actor, request);
  }

  @Post('test') @Allow('message.manage') @HttpCode(204)
  test(@CurrentActor() actor: Actor, @Body() request: PreviewTemplateRequest): Promise<void> {
    return this.templates.test(actor, request);
  }

  @Put(':event/:channel/:locale') @Allow('message.manage')
  save(@CurrentActor() actor: Actor, @Param() key: Readonly<Record<string, string>>, @Body() request: SaveTemplateRequest): Promise<{ number: number }> {
    return this.templates.save(actor, key, request);
  }

  @Post(':event/:channel/:locale/reset') @Allow('message.manage') @HttpCode(200)
  reset(@CurrentActor() actor: Actor, @Param() key: Readonly<Record<string, string>>, @Body() request: ResetTemplateRequest): Promise<{ number: number }> {
    return this.templates.reset(actor, key, request);
  }
}
