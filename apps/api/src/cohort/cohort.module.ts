import { Module } from '@nestjs/common';
import { CohortController } from './cohort.controller.js';
import { CohortService } from './cohort.service.js';
import { CohortLifeService } from './life.service.js';
import { PlanService } from './plan.service.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';

/** Cohorts, classes, phases, sessions, organisers. */
@Module({ controllers: [CohortController, SessionController], providers: [CohortService, CohortLifeService, PlanService, SessionService] })
export class CohortModule {}
