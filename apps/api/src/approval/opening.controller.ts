import { Body, Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { DecideApprovalRequest, OpenApprovalRequest, type ApprovalAnswer, type ApprovalOpening } from '@jenjang/shared';
import type { Response } from 'express';
import { CONFIG, Public, type ActorRequest, type Config } from '../platform/index.js';
import { OpeningService, type Visitor } from './opening.service.js';

/** One-tap links, for whoever holds one. Opening is a POST: programs that look at links beforehand must not use them up. */
@Controller('api/v1/approvals/:token')
export class OpeningController {
  constructor(
    private readonly openings: OpeningService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('open') @Public() @HttpCode(200)
  async open(@Param('token') token: string, @Body() { nip }: OpenApprovalRequest, @Req() request: ActorRequest, @Res({ passthrough: true }) response: Response): Promise<ApprovalOpening> {
    const { opening, bound } = await this.openings.open(visitorOf(token, request), nip);
    if (bound) {
      const secure = this.config.publicUrl.startsWith('https:');
      response.cookie(nameOf(bound.linkId), bound.cookie, { httpOnly: true, sameSite: 'lax', path: '/api/v1/approvals', secure, expires: new Date(bound.expiresAt) });
    }
    response.set('cache-control', 'no-store');
    return opening;
  }

  @Post('decide') @Public() @HttpCode(200)
  decide(@Param('token') token: string, @Body() body: DecideApprovalRequest, @Req() request: ActorRequest): Promise<readonly ApprovalAnswer[]> {
    return this.openings.decide(visitorOf(token, request), body);
  }
}

function visitorOf(token: string, request: ActorRequest): Visitor {
  return { token: token.slice(0, 100), cookieOf: (linkId) => cookieNamed(request, nameOf(linkId)), address: request.ip ?? '', userAgent: request.get('user-agent') ?? '' };
}

/** One cookie per link: an approver may have several. */
function nameOf(linkId: string): string {
  return `jenjang_approval_${linkId.slice(0, 13)}`;
}

function cookieNamed(request: ActorRequest, name: string): string | null {
  const found = (request.get('cookie') ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(`${name}=`));
  const token = found?.slice(name.length + 1);
  return token && /^[\w-]{20,100}$/.test(token) ? token : null;
}
