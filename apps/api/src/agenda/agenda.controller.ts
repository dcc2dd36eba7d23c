import { Controller, Get } from '@nestjs/common';
import type { AgendaSession, ParticipantHome } from '@jenjang/shared';
import { CurrentActor, SignedIn, type Actor } from '../platform/index.js';
import { AgendaService } from './agenda.service.js';

/** The participant's own days. */
@Controller('api/v1/me')
export class AgendaController {
  constructor(private readonly agenda: AgendaService) {}

  @Get('home') @SignedIn()
  home(@CurrentActor() actor: Actor): Promise<ParticipantHome> {
    return this.agenda.home(actor);
  }

  @Get('schedule') @SignedIn()
  schedule(@CurrentActor() actor: Actor): Promise<readonly AgendaSession[]> {
    return this.agenda.schedule(actor);
  }
}
