import { Controller, Get, Param, ParseUUIDPipe, Sse } from '@nestjs/common';
import type { BoardNews, BoardView } from '@jenjang/shared';
import type { Observable } from 'rxjs';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { BoardService } from './board.service.js';

/** The live board of a session. */
@Controller('api/v1/sessions/:id/board')
export class BoardController {
  constructor(private readonly boards: BoardService) {}

  @Get() @Allow('attendance.read')
  view(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BoardView> {
    return this.boards.view(actor, id);
  }

  @Sse('events') @Allow('attendance.read')
  watch(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Observable<{ data: BoardNews }>> {
    return this.boards.watch(actor, id);
  }
}
