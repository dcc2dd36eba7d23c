import { Module } from '@nestjs/common';
import { DeliveryModule } from '../delivery/index.js';
import { FeedController } from './feed.controller.js';
import { FeedService } from './feed.service.js';
import { HolidayController } from './holiday.controller.js';
import { HolidayService } from './holiday.service.js';
import { InvitationService } from './invitation.service.js';
import { ReplanController } from './replan.controller.js';
import { ReplanService } from './replan.service.js';

/** Time: what clashes, holidays, moving sessions, and calendars outside. */
@Module({
  imports: [DeliveryModule],
  controllers: [ReplanController, HolidayController, FeedController],
  providers: [ReplanService, HolidayService, FeedService, InvitationService],
})
export class CalendarModule {}
