import { Body, Controller, Get, Headers, Post } from '@nestjs/common';
import { ApplyRequest, type Applications, type ApplicationStatus } from '@jenjang/shared';
import { CurrentActor, SignedIn, type Actor } from '../platform/index.js';
import { ApplicationService } from './application.service.js';

/** One's own way into cohorts. */
@Controller('api/v1/me/applications')
export class ApplicationController {
  constructor(private readonly applications: ApplicationService) {}

  @Get() @SignedIn()
  read(@CurrentActor() actor: Actor): Promise<Applications> {
    return this.applications.read(actor);
  }

  @Post() @SignedIn()
  apply(@CurrentActor() actor: Actor, @Body() request: ApplyRequest, @Headers('idempotency-key') key?: string): Promise<ApplicationStatus> {
    return this.applications.apply(actor, request, key);
  }
}
