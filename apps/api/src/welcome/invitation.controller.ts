import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { WelcomeSent } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { InvitationService } from './invitation.service.js';

/** Fresh links to the first sign-in, for organisers. */
@Controller('api/v1/enrolments/:id/welcome')
export class InvitationController {
  constructor(private readonly invitations: InvitationService) {}

  @Post() @Allow('enrolment.manage') @HttpCode(200)
  invite(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<WelcomeSent> {
    return this.invitations.invite(actor, id);
  }
}
