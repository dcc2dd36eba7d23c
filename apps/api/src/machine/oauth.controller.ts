import { Body, Controller, Headers, HttpCode, Ip, Post, Res } from '@nestjs/common';
import { TokenRequest } from '@jenjang/shared';
import type { Response } from 'express';
import { Public } from '../platform/index.js';
import { OauthService, type TokenAnswer } from './oauth.service.js';

/** Tokens for machine clients: OAuth 2 client credentials, RFC 6749 §4.4. */
@Controller('api/v1/oauth')
export class OauthController {
  constructor(private readonly oauth: OauthService) {}

  @Post('token') @Public() @HttpCode(200)
  token(
    @Body() request: TokenRequest,
    @Headers('authorization') authorization: string | undefined,
    @Ip() address: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TokenAnswer> {
    response.set('cache-control', 'no-store');
    return this.oauth.token(request, authorization, address);
  }
}
