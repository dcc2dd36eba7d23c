import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { CurriculumRequest, CurriculumVersion, ModuleRequest, OrderRequest, type Curriculum } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { ContentService } from './content.service.js';
import { CurriculumService } from './curriculum.service.js';

/** One version of what a programme teaches and demands. */
@Controller('api/v1/curricula')
export class CurriculumController {
  constructor(
    private readonly curricula: CurriculumService,
    private readonly content: ContentService,
  ) {}

  @Get(':id') @Allow('programme.read')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Curriculum> {
    return this.curricula.find(actor, id);
  }

  @Put(':id') @Allow('programme.manage')
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: CurriculumRequest): Promise<Curriculum> {
    return this.curricula.change(actor, id, request);
  }

  @Post(':id/publish') @Allow('programme.manage') @HttpCode(200)
  publish(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { version }: CurriculumVersion): Promise<Curriculum> {
    return this.curricula.publish(actor, id, version);
  }

  @Post(':id/retire') @Allow('programme.manage') @HttpCode(200)
  retire(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Curriculum> {
    return this.curricula.retire(actor, id);
  }

  @Post(':id/modules') @Allow('learning.manage')
  addModule(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ModuleRequest): Promise<{ id: string }> {
    return this.content.addModule(actor, id, request);
  }

  @Put(':id/modules/order') @Allow('learning.manage') @HttpCode(204)
  orderModules(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { ids }: OrderRequest): Promise<void> {
    return this.content.orderModules(actor, id, ids);
  }
}
