import { DestroyRef, effect, inject, untracked } from '@angular/core';
import { BoardApi } from './board-api';
import { LiveBoard } from './live-board';

/** The live board of the session in the address, from now until the page is left. To be called where `inject` may be. */
export function followBoard(sessionId: () => string): LiveBoard {
  const api = inject(BoardApi);
  const board = new LiveBoard({
    load: () => api.board(sessionId()),
    listen: 'EventSource' in globalThis ? () => new EventSource(api.eventsUrl(sessionId())) : null,
    now: () => performance.now(),
  });
  effect((onCleanup) => {
    sessionId();
    untracked(() => void board.start());
    onCleanup(() => board.stop());
  });
  inject(DestroyRef).onDestroy(() => board.stop());
  return board;
}
