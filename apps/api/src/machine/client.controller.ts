import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CreateClientRequest, type ClientRow } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { ClientService } from './client.service.js';

/** Which machines may read. */
@Controller('api/v1/clients')
export class ClientController {
  constructor(private readonly clients: ClientService) {}

  @Get() @Allow('client.manage')
  list(@CurrentActor() actor: Actor): Promise<ClientRow[]> {
    return this.clients.list(actor);
  }

  @Post() @Allow('client.manage')
  create(@CurrentActor() actor: Actor, @Body() request: CreateClientRequest): Promise<{ id: string; clientId: string; clientSecret: string }> {
    return this.clients.create(actor, request);
  }

  @Post(':id/disable') @Allow('client.manage') @HttpCode(204)
  disable(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.clients.disable(actor, id);
  }
}
