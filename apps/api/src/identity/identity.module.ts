import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { IdentityGuard } from './identity.guard.js';
import { PasswordService } from './password.service.js';
import { SignInService } from './sign-in.service.js';
import { BearerStrategy, CookieStrategy, LocalStrategy } from './strategies.js';

/** Who is asking: signing in, recognising callers, standing before every route. */
@Module({
  controllers: [AuthController],
  providers: [
    AuthService, PasswordService, SignInService, LocalStrategy, CookieStrategy, BearerStrategy,
    { provide: APP_GUARD, useClass: IdentityGuard },
  ],
  exports: [AuthService],
})
export class IdentityModule {}
