import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { normaliseCode, type Verification } from '@jenjang/shared';
import type { Response } from 'express';
import { localeOf, Public, type ActorRequest } from '../platform/index.js';
import { PublicPages, type PublicPage } from './public-pages.js';
import { VerificationService } from './verification.service.js';

/** Checking a certificate: for machines and, without script, for people. */
@Controller()
export class VerificationController {
  constructor(
    private readonly verifications: VerificationService,
    private readonly pages: PublicPages,
  ) {}

  @Get('api/v1/verify/:code') @Public()
  verify(@Param('code') code: string, @Req() request: ActorRequest, @Res({ passthrough: true }) response: Response): Promise<Verification> {
    response.set('access-control-allow-origin', '*').set('x-robots-tag', 'noindex');
    return this.verifications.verify(code, request.ip ?? '', localeOf(request));
  }

  @Get('c') @Public()
  form(@Query('code') code: string | undefined, @Req() request: ActorRequest, @Res() response: Response): void {
    if (code) response.redirect(303, `/c/${encodeURIComponent(normaliseCode(code).slice(0, 40))}?lang=${chosen(request)}`);
    else send(response, this.pages.form(chosen(request)));
  }

  @Get('c/:code') @Public()
  async page(@Param('code') code: string, @Req() request: ActorRequest, @Res() response: Response): Promise<void> {
    if (code.toLowerCase().endsWith('.json')) {
      response.set('access-control-allow-origin', '*').set('x-robots-tag', 'noindex');
      response.json(await this.verifications.verify(code.slice(0, -'.json'.length), request.ip ?? '', localeOf(request)));
      return;
    }
    send(response, await this.pages.code(code.slice(0, 80), request.ip ?? '', chosen(request)));
  }
}

/** A paper is Indonesian, and so is its page until the reader chooses otherwise; phones often claim English. */
function chosen(request: ActorRequest): 'id' | 'en' {
  return request.query['lang'] === 'en' ? 'en' : 'id';
}

function send(response: Response, { status, html, headers }: PublicPage): void {
  response.status(status).set({ 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', ...headers }).type('html').send(html);
}
