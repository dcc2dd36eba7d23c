import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from './allow.js';
import type { Config } from './config.js';
import { Database } from './database.js';
import { Metrics } from './metrics.js';
import { HttpProblem } from './problem.js';
import { Storage } from './storage.js';
import { CONFIG } from './tokens.js';

const OLDEST_JOB_SECONDS = 900;

/** Whether the process lives and whether it can do its work. */
@Controller()
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('api/health/live')
  @Public()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('api/health/ready')
  @Public()
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ status: string; checks: Record<string, string> }> {
    const checks = await this.checks();
    const ok = Object.values(checks).every((check) => check === 'ok');
    response.status(ok ? 200 : 503);
    return { status: ok ? 'ok' : 'failing', checks };
  }

  /** Figures for Prometheus: for callers on this machine or with the configured key, never for the public. */
  @Get('metrics')
  @Public()
  async figures(@Headers('authorization') authorization: string | undefined, @Res() response: Response): Promise<void> {
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(response.req.socket.remoteAddress ?? '') && this.config.trustedProxies === 0;
    if (!local && authorization !== `Bearer ${this.config.secretKey}`) throw new HttpProblem(404, 'notFound');
    response.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }

  private async checks(): Promise<Record<string, string>> {
    try {
      const [row] = await this.db.read<{ waiting: number }>(
        `select coalesce(extract(epoch from now() - min(created_at)), 0)::int as waiting from job where state = 'queued'`,
      );
      const pending = await this.db.pendingMigrations();
      return {
        database: 'ok',
        migrations: pending ? 'pending' : 'ok',
        queue: (row?.waiting ?? 0) > OLDEST_JOB_SECONDS ? 'late' : 'ok',
        storage: (await this.storage.writable()) ? 'ok' : 'not writable',
      };
    } catch {
      return { database: 'unreachable' };
    }
  }
}
