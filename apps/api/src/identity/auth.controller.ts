import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ChangePasswordRequest, LoginRequest, PreferencesRequest, type Me, type SignInRow } from '@jenjang/shared';
import type { Response } from 'express';
import { CONFIG, CurrentActor, Public, SignedIn, type Actor, type ActorRequest, type Config } from '../platform/index.js';
import { AuthService } from './auth.service.js';
import { clearCookie, setCookie } from './cookie.js';
import { LoginGuard } from './login.guard.js';
import { PasswordService } from './password.service.js';
import { SignInService } from './sign-in.service.js';

/** Signing in and out, and what belongs to one's own account. */
@Controller('api/v1')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly signIns: SignInService,
    private readonly passwords: PasswordService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('auth/login') @Public() @HttpCode(200) @UseGuards(LoginGuard)
  async login(@Body() _request: LoginRequest, @Req() request: ActorRequest, @Res({ passthrough: true }) response: Response): Promise<Me> {
    const { me, token } = await this.auth.signIn(request.user as { id: string }, request);
    setCookie(response, token, this.config.publicUrl.startsWith('https:') && request.secure);
    return me;
  }

  @Post('auth/logout') @SignedIn() @HttpCode(204)
  async logout(@CurrentActor() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<void> {
    if (actor.signInId) await this.signIns.end(actor, actor.signInId);
    clearCookie(response, false);
  }

  @Get('auth/me') @SignedIn()
  me(@CurrentActor() actor: Actor): Promise<Me> {
    return this.auth.me(actor);
  }

  @Patch('me/preferences') @SignedIn() @HttpCode(204)
  prefer(@CurrentActor() actor: Actor, @Body() request: PreferencesRequest): Promise<void> {
    return this.auth.prefer(actor, request);
  }

  @Post('me/password') @SignedIn() @HttpCode(204)
  changePassword(@CurrentActor() actor: Actor, @Body() { current, password }: ChangePasswordRequest): Promise<void> {
    return this.passwords.change(actor, current, password);
  }

  @Get('me/sign-ins') @SignedIn()
  devices(@CurrentActor() actor: Actor): Promise<SignInRow[]> {
    return this.signIns.list(actor);
  }

  @Delete('me/sign-ins/:id') @SignedIn() @HttpCode(204)
  endDevice(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.signIns.end(actor, id);
  }
}
