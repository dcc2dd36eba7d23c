import { Module } from '@nestjs/common';
import { DeliveryModule } from '../delivery/index.js';
import { InboxController } from './inbox.controller.js';
import { InboxService } from './inbox.service.js';

/** What a reader was told inside the program. */
@Module({ imports: [DeliveryModule], controllers: [InboxController], providers: [InboxService] })
export class InboxModule {}
