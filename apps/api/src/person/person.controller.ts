import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ChangePersonRequest, CreatePersonRequest, EmploymentRequest, PersonQuery, type PersonDetail, type PersonPage } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { PersonService } from './person.service.js';

/** People with their dated employment facts. */
@Controller('api/v1/people')
export class PersonController {
  constructor(private readonly people: PersonService) {}

  @Get() @Allow('person.read')
  list(@CurrentActor() actor: Actor, @Query() query: PersonQuery): Promise<PersonPage> {
    return this.people.list(actor, query);
  }

  @Get(':id') @Allow('person.read')
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PersonDetail> {
    return this.people.read(actor, id);
  }

  @Post() @Allow('person.manage')
  create(@CurrentActor() actor: Actor, @Body() request: CreatePersonRequest): Promise<PersonDetail> {
    return this.people.create(actor, request);
  }

  @Patch(':id') @Allow('person.manage')
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: ChangePersonRequest): Promise<PersonDetail> {
    return this.people.change(actor, id, request);
  }

  @Post(':id/employments') @Allow('person.manage')
  employ(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: EmploymentRequest): Promise<PersonDetail> {
    return this.people.employ(actor, id, request);
  }
}
