import { Module } from '@nestjs/common';
import { ArrivalService } from './arrival.service.js';
import { CheckInController } from './checkin.controller.js';
import { CheckInService } from './checkin.service.js';
import { CodeExaminer } from './code-examiner.js';
import { KnownSessions } from './known-sessions.js';
import { OpeningService } from './opening.service.js';

/** Being seen: the rotating code, the card at the door, and the marks that follow. */
@Module({
  controllers: [CheckInController],
  providers: [ArrivalService, CheckInService, CodeExaminer, KnownSessions, OpeningService],
})
export class CheckInModule {}
