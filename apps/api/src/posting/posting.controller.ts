import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommitRosterRequest, UndoRosterRequest, type RosterView } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { PostingService } from './posting.service.js';

/** Writing a previewed import into the records, and taking it back. */
@Controller('api/v1/imports')
export class PostingController {
  constructor(private readonly postings: PostingService) {}

  @Post(':id/commit') @Allow('person.manage') @HttpCode(200)
  commit(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: CommitRosterRequest): Promise<RosterView> {
    return this.postings.commit(actor, id, request);
  }

  @Post(':id/undo') @Allow('person.manage') @HttpCode(200)
  undo(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: UndoRosterRequest): Promise<RosterView> {
    return this.postings.undo(actor, id, request);
  }
}
