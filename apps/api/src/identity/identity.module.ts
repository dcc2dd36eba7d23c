import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { ClientService } from './client.service.js';
import { IdentityGuard } from './identity.guard.js';
import { LinkService } from './link.service.js';
import { MailService } from './mail.service.js';
import { OauthController } from './oauth.controller.js';
import { OauthService } from './oauth.service.js';
import { PasswordService } from './password.service.js';
import { SignInService } from './sign-in.service.js';
import { BearerStrategy, CookieStrategy, LocalStrategy } from './strategies.js';

/** Accounts, sign-ins, role grants, machine clients. */
@Module({
  controllers: [AuthController, AccountController, OauthController],
  providers: [
    AccountService, AuthService, ClientService, LinkService, MailService, OauthService, PasswordService, SignInService,
    LocalStrategy, CookieStrategy, BearerStrategy,
    { provide: APP_GUARD, useClass: IdentityGuard },
  ],
  exports: [SignInService],
})
export class IdentityModule {}
