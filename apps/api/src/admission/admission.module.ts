import { Module } from '@nestjs/common';
import { EnrolmentModule } from '../enrolment/index.js';
import { AdmissionController } from './admission.controller.js';
import { AdmissionService } from './admission.service.js';
import { AllocationController } from './allocation.controller.js';
import { AllocationService } from './allocation.service.js';
import { QuotaReturn } from './quota-return.js';
import { QuotaService } from './quota.service.js';

/** How cohorts fill: admission, quota, allocations. */
@Module({ imports: [EnrolmentModule], controllers: [AdmissionController, AllocationController], providers: [AdmissionService, QuotaService, AllocationService, QuotaReturn] })
export class AdmissionModule {}
