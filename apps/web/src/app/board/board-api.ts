import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { BoardView } from '@jenjang/shared/board';
import type { ScreenView } from '@jenjang/shared/checkin';
import { firstValueFrom } from 'rxjs';

/** The board and the code on the projector, over HTTP. */
@Service()
export class BoardApi {
  private readonly http = inject(HttpClient);

  board(sessionId: string): Promise<BoardView> {
    return firstValueFrom(this.http.get<BoardView>(`/api/v1/sessions/${sessionId}/board`));
  }

  screen(sessionId: string): Promise<ScreenView> {
    return firstValueFrom(this.http.get<ScreenView>(`/api/v1/sessions/${sessionId}/check-in/opening/code`));
  }

  /** Where the news of a board come from. */
  eventsUrl(sessionId: string): string {
    return `/api/v1/sessions/${sessionId}/board/events`;
  }
}
