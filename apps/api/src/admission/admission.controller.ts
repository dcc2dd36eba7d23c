import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import {
  AdmissionDefaultsRequest, AdmissionRequest, EligibilityTrial, QuotaRequest, type AdmissionDefaultsView, type AdmissionView, type EligibilityCount, type QuotaEffects, type QuotaView,
} from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { AdmissionService } from './admission.service.js';
import { QuotaService } from './quota.service.js';

/** How a cohort fills: route, dates, eligibility, and its seats by unit and band. */
@Controller('api/v1')
export class AdmissionController {
  constructor(
    private readonly admissions: AdmissionService,
    private readonly quotas: QuotaService,
  ) {}

  @Get('cohorts/:id/admission') @Allow('enrolment.read')
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AdmissionView> {
    return this.admissions.read(actor, id);
  }

  @Put('cohorts/:id/admission') @Allow('enrolment.manage')
  save(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: AdmissionRequest): Promise<AdmissionView> {
    return this.admissions.save(actor, id, request);
  }

  @Post('cohorts/:id/admission/trial') @Allow('enrolment.manage') @HttpCode(200)
  count(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { eligibility }: EligibilityTrial): Promise<EligibilityCount> {
    return this.admissions.count(actor, id, eligibility);
  }

  @Get('cohorts/:id/quota') @Allow('enrolment.read')
  readQuota(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<QuotaView> {
    return this.quotas.read(actor, id);
  }

  @Put('cohorts/:id/quota') @Allow('enrolment.manage')
  saveQuota(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: QuotaRequest): Promise<QuotaView> {
    return this.quotas.save(actor, id, request);
  }

  @Post('cohorts/:id/quota/preview') @Allow('enrolment.manage') @HttpCode(200)
  previewQuota(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: QuotaRequest): Promise<QuotaEffects> {
    return this.quotas.preview(actor, id, request);
  }

  @Get('programmes/:id/admission') @Allow('programme.read')
  readDefaults(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AdmissionDefaultsView> {
    return this.admissions.readDefaults(actor, id);
  }

  @Put('programmes/:id/admission') @Allow('programme.manage')
  saveDefaults(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: AdmissionDefaultsRequest): Promise<AdmissionDefaultsView> {
    return this.admissions.saveDefaults(actor, id, request);
  }
}
