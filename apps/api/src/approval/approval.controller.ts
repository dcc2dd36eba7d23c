import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  CreateApprovalLinkRequest, DecideApprovalRequest, type ApprovalAnswer, type ApprovalLinkRow, type ApprovalsWaiting, type ApproverChoice, type MadeApprovalLink,
} from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { ApprovalService } from './approval.service.js';
import { ApprovalLinks } from './link.service.js';

/** The agency's approval of its nominees, and the links that ask for it. */
@Controller('api/v1')
export class ApprovalController {
  constructor(
    private readonly approvals: ApprovalService,
    private readonly links: ApprovalLinks,
  ) {}

  @Get('approvals') @Allow('nomination.approve')
  waiting(@CurrentActor() actor: Actor): Promise<readonly ApprovalsWaiting[]> {
    return this.approvals.waiting(actor);
  }

  @Post('cohorts/:id/approvals') @Allow('nomination.approve') @HttpCode(200)
  decide(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: DecideApprovalRequest, @Headers('idempotency-key') key?: string): Promise<readonly ApprovalAnswer[]> {
    return this.approvals.decide(actor, id, request, key);
  }

  @Get('cohorts/:id/approvers') @Allow('enrolment.manage')
  approvers(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<readonly ApproverChoice[]> {
    return this.links.approvers(actor, id);
  }

  @Get('cohorts/:id/approval-links') @Allow('enrolment.manage')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<readonly ApprovalLinkRow[]> {
    return this.links.list(actor, id);
  }

  @Post('cohorts/:id/approval-links') @Allow('enrolment.manage')
  create(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: CreateApprovalLinkRequest): Promise<MadeApprovalLink> {
    return this.links.create(actor, id, request);
  }

  @Post('nominations/:id/approval-links') @Allow('nomination.submit')
  createForNomination(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: CreateApprovalLinkRequest): Promise<MadeApprovalLink> {
    return this.links.createForNomination(actor, id, request);
  }

  @Post('approval-links/:id/revoke') @Allow('enrolment.manage') @HttpCode(204)
  revoke(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.links.revoke(actor, id);
  }
}
