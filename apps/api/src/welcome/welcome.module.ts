import { Module } from '@nestjs/common';
import { DeliveryModule } from '../delivery/index.js';
import { IdentityModule } from '../identity/index.js';
import { InvitationController } from './invitation.controller.js';
import { InvitationService } from './invitation.service.js';
import { WelcomeController } from './welcome.controller.js';
import { WelcomeService } from './welcome.service.js';

/** The first sign-in after a nomination: links that work once, and the accounts that they make. */
@Module({ imports: [DeliveryModule, IdentityModule], controllers: [WelcomeController, InvitationController], providers: [WelcomeService, InvitationService] })
export class WelcomeModule {}
