import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ResetRequest, SetPasswordRequest } from '@jenjang/shared';
import { Public, type ActorRequest } from '../platform/index.js';
import { LinkService } from './link.service.js';

/** Links that set a password once, for people who are not signed in. */
@Controller('api/v1/auth')
export class LinkController {
  constructor(private readonly links: LinkService) {}

  @Get('links/:token') @Public()
  link(@Param('token') token: string, @Req() request: ActorRequest): Promise<{ displayName: string; login: string; purpose: string }> {
    return this.links.describe(token, request.ip ?? '');
  }

  @Post('links/:token') @Public() @HttpCode(204)
  useLink(@Param('token') token: string, @Body() { password }: SetPasswordRequest, @Req() request: ActorRequest): Promise<void> {
    return this.links.use(token, password, request.ip ?? '');
  }

  @Post('reset-requests') @Public() @HttpCode(202)
  askReset(@Body() { login }: ResetRequest, @Req() request: ActorRequest): Promise<void> {
    return this.links.askReset(login, request.ip ?? '');
  }
}
