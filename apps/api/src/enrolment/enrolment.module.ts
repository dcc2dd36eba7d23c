import { Module } from '@nestjs/common';
import { EnrolmentController } from './enrolment.controller.js';
import { EnrolmentService } from './enrolment.service.js';
import { EnrolmentMoves } from './moves.js';
import { ParticipantService } from './participant.service.js';

/** Participants of cohorts: taking in, placing, moving. */
@Module({ controllers: [EnrolmentController], providers: [EnrolmentMoves, EnrolmentService, ParticipantService], exports: [EnrolmentMoves] })
export class EnrolmentModule {}
