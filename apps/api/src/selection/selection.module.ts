import { Module } from '@nestjs/common';
import { EnrolmentModule } from '../enrolment/index.js';
import { DecidingService } from './deciding.service.js';
import { MinutesService } from './minutes.service.js';
import { SelectionController } from './selection.controller.js';
import { SelectionService } from './selection.service.js';
import { StepService } from './step.service.js';

/** The organiser's choice among candidates: ranking, steps, bulk decisions, fairness, minutes. */
@Module({
  imports: [EnrolmentModule],
  controllers: [SelectionController],
  providers: [SelectionService, DecidingService, StepService, MinutesService],
})
export class SelectionModule {}
