import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { CertificateQuery, IssueRequest, RevokeRequest, type IssuanceRow, type CertificateRow, type CertificateView, type Page } from '@jenjang/shared';
import { Allow, CurrentActor, SignedIn, type Actor } from '../platform/index.js';
import { CertificateService, type Paper } from './certificate.service.js';
import { IssuingService } from './issuing.service.js';

/** Certificates: issued for a cohort, kept in a register, read by their holders, revoked. */
@Controller('api/v1')
export class CertificateController {
  constructor(
    private readonly certificates: CertificateService,
    private readonly issuing: IssuingService,
  ) {}

  @Get('cohorts/:id/certificates') @Allow('certificate.read')
  candidates(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<IssuanceRow[]> {
    return this.issuing.candidates(actor, id);
  }

  @Post('cohorts/:id/certificates') @Allow('certificate.issue') @HttpCode(202)
  issue(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: IssueRequest): Promise<{ jobId: string; total: number }> {
    return this.issuing.ask(actor, id, request);
  }

  @Get('certificates') @Allow('certificate.read')
  list(@CurrentActor() actor: Actor, @Query() query: CertificateQuery): Promise<Page<CertificateRow>> {
    return this.certificates.list(actor, query);
  }

  @Get('certificates/:id') @Allow('certificate.read')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CertificateView> {
    return this.certificates.one(actor, id);
  }

  @Get('certificates/:id/pdf') @SignedIn()
  async paper(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return asFile(await this.certificates.paper(actor, id));
  }

  @Post('certificates/:id/revoke') @Allow('certificate.revoke') @HttpCode(200)
  revoke(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: RevokeRequest): Promise<CertificateView> {
    return this.certificates.revoke(actor, id, request);
  }

  @Get('me/certificates') @SignedIn()
  mine(@CurrentActor() actor: Actor): Promise<CertificateView[]> {
    return this.certificates.mine(actor);
  }
}

function asFile({ name, content }: Paper): StreamableFile {
  return new StreamableFile(content, { type: 'application/pdf', disposition: `inline; filename="${name}"` });
}
