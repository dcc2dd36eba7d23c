import { Module } from '@nestjs/common';
import { CohortController } from './cohort.controller.js';
import { CohortService } from './cohort.service.js';
import { CohortLifeService } from './life.service.js';
import { PlanService } from './plan.service.js';

/** Cohorts with their classes, phases, organisers and signatories. */
@Module({ controllers: [CohortController], providers: [CohortService, CohortLifeService, PlanService] })
export class CohortModule {}
