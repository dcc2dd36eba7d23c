import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { WelcomeRequest, type Me, type WelcomeView } from '@jenjang/shared';
import type { Response } from 'express';
import { setCookie } from '../identity/index.js';
import { CONFIG, Public, type ActorRequest, type Config } from '../platform/index.js';
import { WelcomeService } from './welcome.service.js';

/** The first sign-in, for whoever holds a link. */
@Controller('api/v1/welcome/:token')
export class WelcomeController {
  constructor(
    private readonly welcomes: WelcomeService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get() @Public() @Header('cache-control', 'no-store')
  describe(@Param('token') token: string, @Req() request: ActorRequest): Promise<WelcomeView> {
    return this.welcomes.describe(token, request.ip ?? '');
  }

  @Post() @Public() @HttpCode(200)
  async use(@Param('token') token: string, @Body() answers: WelcomeRequest, @Req() request: ActorRequest, @Res({ passthrough: true }) response: Response): Promise<Me> {
    const signedIn = await this.welcomes.use(token, answers, request);
    setCookie(response, signedIn.token, this.config.publicUrl.startsWith('https:') && request.secure);
    return signedIn.me;
  }
}
