import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import type { AgendaSession, ParticipantHome } from '@jenjang/shared/agenda';

/** One's own days over HTTP. The resources are to be made where `inject` may be called. */
@Service()
export class AgendaApi {
  home(): HttpResourceRef<ParticipantHome | undefined> {
    return httpResource<ParticipantHome>(() => '/api/v1/me/home');
  }

  schedule(): HttpResourceRef<readonly AgendaSession[] | undefined> {
    return httpResource<readonly AgendaSession[]>(() => '/api/v1/me/schedule');
  }
}
