import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { LoginRequest } from '@jenjang/shared';
import { checkBody } from '../platform/index.js';

const PasswordGuard = AuthGuard('local');

/** Passport checks the password before pipes see the body, so its shape is checked here first. */
@Injectable()
export class LoginGuard extends PasswordGuard {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    await checkBody(LoginRequest, context.switchToHttp().getRequest<{ body: unknown }>().body);
    return (await super.canActivate(context)) as boolean;
  }
}
