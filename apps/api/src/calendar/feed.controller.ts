import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { CalendarFeedView, NewCalendarFeed, TaughtSession } from '@jenjang/shared';
import type { Response } from 'express';
import { CurrentActor, Public, SignedIn, type Actor, type ActorRequest } from '../platform/index.js';
import { FeedService } from './feed.service.js';

/** One's own sessions for calendar programs, and the list of those one teaches. */
@Controller()
export class FeedController {
  constructor(private readonly feeds: FeedService) {}

  @Get('calendar/:token.ics') @Public()
  async read(@Param('token') token: string, @Req() request: ActorRequest, @Res() response: Response): Promise<void> {
    const text = await this.feeds.read(token, request.ip ?? '');
    // The framework adds the ETag of the text and answers 304 where it is known.
    response.set({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' }).type('text/calendar').send(text);
  }

  @Get('api/v1/me/calendar-feed') @SignedIn()
  own(@CurrentActor() actor: Actor): Promise<{ feed: CalendarFeedView | null }> {
    return this.feeds.own(actor);
  }

  @Post('api/v1/me/calendar-feed') @SignedIn()
  renew(@CurrentActor() actor: Actor): Promise<NewCalendarFeed> {
    return this.feeds.renew(actor);
  }

  @Delete('api/v1/me/calendar-feed') @SignedIn()
  revoke(@CurrentActor() actor: Actor): Promise<{ feed: null }> {
    return this.feeds.revoke(actor);
  }

  @Get('api/v1/me/teaching') @SignedIn()
  taught(@CurrentActor() actor: Actor): Promise<readonly TaughtSession[]> {
    return this.feeds.taught(actor);
  }
}
