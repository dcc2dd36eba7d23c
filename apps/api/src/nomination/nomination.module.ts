import { Module } from '@nestjs/common';
import { ApprovalModule } from '../approval/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { FileModule } from '../file/index.js';
import { ApplicationController } from './application.controller.js';
import { ApplicationService } from './application.service.js';
import { LeaveController } from './leave.controller.js';
import { LeaveService } from './leave.service.js';
import { LetterService } from './letter.service.js';
import { NominationController } from './nomination.controller.js';
import { NominationService } from './nomination.service.js';

/** How people come to a cohort: sent by their agency, or by applying. And when they are on leave. */
@Module({
  imports: [ApprovalModule, EnrolmentModule, FileModule],
  controllers: [NominationController, ApplicationController, LeaveController],
  providers: [NominationService, LetterService, ApplicationService, LeaveService],
})
export class NominationModule {}
