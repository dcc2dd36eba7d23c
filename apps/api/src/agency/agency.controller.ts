import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import {
  AgencyQuery, ChangeAgencyRequest, ChangeUnitRequest, CreateAgencyRequest, CreateUnitRequest, MoveQuery, RegionQuery, UnitsQuery,
  type AgencyDetail, type AgencyRow, type MoveEffects, type Page, type Region, type UnitNode,
} from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { AgencyService } from './agency.service.js';
import { UnitService } from './unit.service.js';

/** Agencies, their unit trees, and the official regions. */
@Controller('api/v1')
export class AgencyController {
  constructor(
    private readonly agencies: AgencyService,
    private readonly units: UnitService,
  ) {}

  @Get('agencies') @Allow('agency.read')
  list(@CurrentActor() actor: Actor, @Query() query: AgencyQuery): Promise<Page<AgencyRow>> {
    return this.agencies.list(actor, query);
  }

  @Post('agencies') @Allow('agency.manage')
  create(@CurrentActor() actor: Actor, @Body() request: CreateAgencyRequest): Promise<AgencyDetail> {
    return this.agencies.create(actor, request);
  }

  @Get('agencies/:id') @Allow('agency.read')
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AgencyDetail> {
    return this.agencies.read(actor, id);
  }

  @Patch('agencies/:id') @Allow('agency.manage')
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ChangeAgencyRequest): Promise<AgencyDetail> {
    return this.agencies.change(actor, id, request);
  }

  @Get('agencies/:id/units') @Allow('agency.read')
  tree(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() { on }: UnitsQuery): Promise<UnitNode[]> {
    return this.units.tree(actor, id, on);
  }

  @Post('units') @Allow('agency.manage')
  createUnit(@CurrentActor() actor: Actor, @Body() request: CreateUnitRequest): Promise<{ id: string }> {
    return this.units.create(actor, request);
  }

  @Patch('units/:id') @Allow('agency.manage')
  changeUnit(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ChangeUnitRequest): Promise<{ id: string; version: number }> {
    return this.units.change(actor, id, request);
  }

  @Get('units/:id/move-effects') @Allow('agency.manage')
  moveEffects(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() { parentId }: MoveQuery): Promise<MoveEffects> {
    return this.units.moveEffects(actor, id, parentId);
  }

  @Get('regions') @Allow('agency.read')
  regions(@Query() { q }: RegionQuery): Promise<Region[]> {
    return this.agencies.regions(q);
  }
}
