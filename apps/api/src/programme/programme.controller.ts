import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { FromTemplateRequest, ProgrammeChange, ProgrammeQuery, ProgrammeRequest, type Academy, type Curriculum, type Page, type Programme, type ProgrammeRow } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { CurriculumService } from './curriculum.service.js';
import { ProgrammeService } from './programme.service.js';

/** Academies and programmes. */
@Controller('api/v1')
export class ProgrammeController {
  constructor(
    private readonly programmes: ProgrammeService,
    private readonly curricula: CurriculumService,
  ) {}

  @Get('academies') @Allow('programme.read')
  academies(): Promise<Academy[]> {
    return this.programmes.academies();
  }

  @Get('programmes') @Allow('programme.read')
  list(@CurrentActor() actor: Actor, @Query() query: ProgrammeQuery): Promise<Page<ProgrammeRow>> {
    return this.programmes.list(actor, query);
  }

  @Post('programmes') @Allow('programme.manage')
  create(@CurrentActor() actor: Actor, @Body() request: ProgrammeRequest): Promise<Programme> {
    return this.programmes.create(actor, request);
  }

  @Post('programmes/from-template') @Allow('programme.manage')
  adopt(@CurrentActor() actor: Actor, @Body() request: FromTemplateRequest): Promise<Programme> {
    return this.programmes.adopt(actor, request);
  }

  @Get('programmes/:id') @Allow('programme.read')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Programme> {
    return this.programmes.find(actor, id);
  }

  @Patch('programmes/:id') @Allow('programme.manage') @HttpCode(200)
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ProgrammeChange): Promise<Programme> {
    return this.programmes.change(actor, id, request);
  }

  @Post('programmes/:id/curricula') @Allow('programme.manage')
  draft(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Curriculum> {
    return this.curricula.draft(actor, id);
  }
}
