import { Module } from '@nestjs/common';
import { DecisionService } from './decision.service.js';
import { GraduationController } from './graduation.controller.js';
import { GraduationService } from './graduation.service.js';
import { OwnGraduationController } from './own-graduation.controller.js';
import { StandingService } from './standing.service.js';

/** Who graduates and why: decided by rule, stored with what it was decided from. */
@Module({
  controllers: [GraduationController, OwnGraduationController],
  providers: [DecisionService, GraduationService, StandingService],
  exports: [StandingService],
})
export class GraduationModule {}
