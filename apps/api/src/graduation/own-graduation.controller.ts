import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { GraduationStanding } from '@jenjang/shared';
import { CurrentActor, SignedIn, type Actor } from '../platform/index.js';
import { StandingService } from './standing.service.js';

/** Graduation as the participant sees it: their own. */
@Controller('api/v1/me')
export class OwnGraduationController {
  constructor(private readonly standings: StandingService) {}

  @Get('graduation') @SignedIn()
  all(@CurrentActor() actor: Actor): Promise<GraduationStanding[]> {
    return this.standings.allOwn(actor);
  }

  @Get('enrolments/:id/graduation') @SignedIn()
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<GraduationStanding> {
    return this.standings.own(actor, id);
  }
}
