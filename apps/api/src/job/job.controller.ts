import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Sse } from '@nestjs/common';
import type { JobView } from '@jenjang/shared';
import type { Observable } from 'rxjs';
import { Allow, CurrentActor, localeOf, SignedIn, type Actor, type ActorRequest } from '../platform/index.js';
import { JobService } from './job.service.js';

/** Slow work: what runs, how far it is, stop it, repeat it. */
@Controller('api/v1/jobs')
export class JobController {
  constructor(private readonly jobs: JobService) {}

  @Get() @SignedIn()
  mine(@CurrentActor() actor: Actor, @Req() request: ActorRequest): Promise<JobView[]> {
    return this.jobs.mine(actor, localeOf(request));
  }

  @Get('failed') @Allow('job.manage')
  failed(@CurrentActor() actor: Actor, @Req() request: ActorRequest): Promise<JobView[]> {
    return this.jobs.failed(actor, localeOf(request));
  }

  @Get(':id') @SignedIn()
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Req() request: ActorRequest): Promise<JobView> {
    return this.jobs.one(actor, id, localeOf(request));
  }

  @Sse(':id/events') @SignedIn()
  watch(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Req() request: ActorRequest): Promise<Observable<{ data: JobView }>> {
    return this.jobs.watch(actor, id, localeOf(request));
  }

  @Post(':id/cancel') @SignedIn() @HttpCode(204)
  cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.jobs.cancel(actor, id);
  }

  @Post(':id/retry') @SignedIn() @HttpCode(204)
  retry(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.jobs.retry(actor, id);
  }
}
