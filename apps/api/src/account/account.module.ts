import { Module } from '@nestjs/common';
import { DeliveryModule } from '../delivery/index.js';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { LinkController } from './link.controller.js';
import { LinkService } from './link.service.js';
import { MailService } from './mail.service.js';

/** Managing accounts, their role grants and the links that set passwords. */
@Module({ imports: [DeliveryModule], controllers: [AccountController, LinkController], providers: [AccountService, LinkService, MailService] })
export class AccountModule {}
