import { Module } from '@nestjs/common';
import { AttendanceController } from './attendance.controller.js';
import { AttendanceService } from './attendance.service.js';
import { MarkingService } from './marking.service.js';

/** Who was there, said once and corrected in the open. */
@Module({
  controllers: [AttendanceController],
  providers: [AttendanceService, MarkingService],
})
export class AttendanceModule {}
