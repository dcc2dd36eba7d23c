import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Sse } from '@nestjs/common';
import { InboxQuery, MessagePreferenceRequest, type InboxRow, type MessagePreference, type Page, type Unread } from '@jenjang/shared';
import type { Observable } from 'rxjs';
import { CurrentActor, SignedIn, type Actor } from '../platform/index.js';
import { InboxService } from './inbox.service.js';

/** The reader's own messages, and how the reader wants to be told. */
@Controller('api/v1/me')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get('inbox') @SignedIn()
  list(@CurrentActor() actor: Actor, @Query() query: InboxQuery): Promise<Page<InboxRow>> {
    return this.inbox.list(actor, query);
  }

  @Get('inbox/unread') @SignedIn()
  unread(@CurrentActor() actor: Actor): Promise<Unread> {
    return this.inbox.unread(actor);
  }

  @Sse('inbox/events') @SignedIn()
  watch(@CurrentActor() actor: Actor): Observable<{ data: Unread }> {
    return this.inbox.watch(actor);
  }

  @Post('inbox/read') @SignedIn() @HttpCode(204)
  readAll(@CurrentActor() actor: Actor): Promise<void> {
    return this.inbox.readAll(actor);
  }

  @Post('inbox/:id/read') @SignedIn() @HttpCode(204)
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.inbox.read(actor, id);
  }

  @Get('message-preference') @SignedIn()
  preference(@CurrentActor() actor: Actor): Promise<MessagePreference> {
    return this.inbox.preference(actor);
  }

  @Put('message-preference') @SignedIn()
  prefer(@CurrentActor() actor: Actor, @Body() request: MessagePreferenceRequest): Promise<MessagePreference> {
    return this.inbox.prefer(actor, request);
  }
}
