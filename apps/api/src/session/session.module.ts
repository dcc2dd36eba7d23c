import { Module } from '@nestjs/common';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';

/** Class meetings of cohorts and who holds them. */
@Module({ controllers: [SessionController], providers: [SessionService] })
export class SessionModule {}
