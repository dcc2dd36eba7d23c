import { Module } from '@nestjs/common';
import { EnrolmentModule } from '../enrolment/index.js';
import { ApprovalController } from './approval.controller.js';
import { ApprovalService } from './approval.service.js';
import { ApprovalLinks } from './link.service.js';
import { OpeningController } from './opening.controller.js';
import { OpeningService } from './opening.service.js';

/** The agency's step: approving nominees, signed in or by a link that works once. */
@Module({
  imports: [EnrolmentModule],
  controllers: [ApprovalController, OpeningController],
  providers: [ApprovalService, ApprovalLinks, OpeningService],
  exports: [ApprovalLinks],
})
export class ApprovalModule {}
