import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { AccountQuery, CreateAccountRequest, CreateClientRequest, GrantRequest, type AccountRow, type ClientRow, type Page } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { AccountService } from './account.service.js';
import { ClientService } from './client.service.js';
import { LinkService } from './link.service.js';

/** Who may sign in, with which roles, and which machines may read. */
@Controller('api/v1')
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly clients: ClientService,
    private readonly links: LinkService,
  ) {}

  @Get('accounts') @Allow('account.read')
  list(@CurrentActor() actor: Actor, @Query() query: AccountQuery): Promise<Page<AccountRow>> {
    return this.accounts.list(actor, query);
  }

  @Post('accounts') @Allow('account.manage')
  create(@CurrentActor() actor: Actor, @Body() request: CreateAccountRequest): Promise<{ id: string; invitation: { url: string; expiresAt: string } }> {
    return this.accounts.create(actor, request);
  }

  @Post('accounts/:id/links') @Allow('account.manage')
  makeLink(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<{ url: string; expiresAt: string }> {
    return this.links.invite(actor, id);
  }

  @Post('accounts/:id/grants') @Allow('account.manage') @HttpCode(204)
  grant(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: GrantRequest): Promise<void> {
    return this.accounts.grant(actor, id, request);
  }

  @Delete('accounts/:id/grants/:grantId') @Allow('account.manage') @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('grantId', ParseUUIDPipe) grantId: string): Promise<void> {
    return this.accounts.withdraw(actor, id, grantId);
  }

  @Post('accounts/:id/disable') @Allow('account.manage') @HttpCode(204)
  disable(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.accounts.able(actor, id, false);
  }

  @Post('accounts/:id/enable') @Allow('account.manage') @HttpCode(204)
  enable(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.accounts.able(actor, id, true);
  }

  @Get('clients') @Allow('client.manage')
  listClients(@CurrentActor() actor: Actor): Promise<ClientRow[]> {
    return this.clients.list(actor);
  }

  @Post('clients') @Allow('client.manage')
  createClient(@CurrentActor() actor: Actor, @Body() request: CreateClientRequest): Promise<{ id: string; clientId: string; clientSecret: string }> {
    return this.clients.create(actor, request);
  }

  @Post('clients/:id/disable') @Allow('client.manage') @HttpCode(204)
  disableClient(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.clients.disable(actor, id);
  }
}
