import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ActivityChange, ActivityRequest, ModuleChange, OrderRequest, type Activity } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { ContentService } from './content.service.js';

/** Modules and activities of a draft. */
@Controller('api/v1')
export class ContentController {
  constructor(private readonly content: ContentService) {}

  @Put('modules/:id') @Allow('learning.manage') @HttpCode(204)
  changeModule(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ModuleChange): Promise<void> {
    return this.content.changeModule(actor, id, request);
  }

  @Delete('modules/:id') @Allow('learning.manage') @HttpCode(204)
  removeModule(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.content.remove(actor, 'module', id);
  }

  @Post('modules/:id/activities') @Allow('learning.manage')
  addActivity(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ActivityRequest): Promise<{ id: string }> {
    return this.content.addActivity(actor, id, request);
  }

  @Put('modules/:id/activities/order') @Allow('learning.manage') @HttpCode(204)
  orderActivities(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { ids }: OrderRequest): Promise<void> {
    return this.content.orderActivities(actor, id, ids);
  }

  @Get('activities/:id') @Allow('programme.read')
  activity(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Activity> {
    return this.content.activity(actor, id);
  }

  @Put('activities/:id') @Allow('learning.manage')
  changeActivity(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ActivityChange): Promise<Activity> {
    return this.content.changeActivity(actor, id, request);
  }

  @Delete('activities/:id') @Allow('learning.manage') @HttpCode(204)
  removeActivity(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.content.remove(actor, 'activity', id);
  }
}
