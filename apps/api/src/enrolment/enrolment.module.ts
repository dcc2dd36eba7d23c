import { Module } from '@nestjs/common';
import { EnrolmentController } from './enrolment.controller.js';
import { EnrolmentService } from './enrolment.service.js';
import { ParticipantService } from './participant.service.js';

/** Participants of cohorts: taking in, placing, moving. */
@Module({ controllers: [EnrolmentController], providers: [EnrolmentService, ParticipantService] })
export class EnrolmentModule {}
