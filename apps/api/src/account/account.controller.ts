import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { AccountQuery, CreateAccountRequest, GrantRequest, type AccountRow, type Page } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { AccountService } from './account.service.js';
import { LinkService } from './link.service.js';

/** Who may sign in, and with which roles. */
@Controller('api/v1/accounts')
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly links: LinkService,
  ) {}

  @Get() @Allow('account.read')
  list(@CurrentActor() actor: Actor, @Query() query: AccountQuery): Promise<Page<AccountRow>> {
    return this.accounts.list(actor, query);
  }

  @Post() @Allow('account.manage')
  create(@CurrentActor() actor: Actor, @Body() request: CreateAccountRequest): Promise<{ id: string; invitation: { url: string; expiresAt: string } }> {
    return this.accounts.create(actor, request);
  }

  @Post(':id/links') @Allow('account.manage')
  makeLink(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<{ url: string; expiresAt: string }> {
    return this.links.invite(actor, id);
  }

  @Post(':id/grants') @Allow('account.manage') @HttpCode(204)
  grant(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: GrantRequest): Promise<void> {
    return this.accounts.grant(actor, id, request);
  }

  @Delete(':id/grants/:grantId') @Allow('account.manage') @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('grantId', ParseUUIDPipe) grantId: string): Promise<void> {
    return this.accounts.withdraw(actor, id, grantId);
  }

  @Post(':id/disable') @Allow('account.manage') @HttpCode(204)
  disable(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.accounts.able(actor, id, false);
  }

  @Post(':id/enable') @Allow('account.manage') @HttpCode(204)
  enable(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.accounts.able(actor, id, true);
  }
}
