import { Module } from '@nestjs/common';
import { DayController } from './day.controller.js';
import { DayService } from './day.service.js';
import { WalkInService } from './walk-in.service.js';

/** The running day of a cohort. */
@Module({ controllers: [DayController], providers: [DayService, WalkInService] })
export class DayModule {}
