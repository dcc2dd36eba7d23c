import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Clock } from './clock.js';
import type { Config } from './config.js';
import { Database } from './database.js';
import { HealthController } from './health.controller.js';
import { Jobs } from './jobs.js';
import { Live } from './live.js';
import { makeLog } from './log.js';
import { Metrics } from './metrics.js';
import { RateLimit } from './rate-limit.js';
import { Storage } from './storage.js';
import { CONFIG, LOG } from './tokens.js';

/** What every feature may inject. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, database: Database): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOG, useValue: makeLog(config) },
        { provide: Database, useValue: database },
        Clock, Jobs, Live, Metrics, RateLimit, Storage,
      ],
      exports: [CONFIG, LOG, Database, Clock, Jobs, Live, Metrics, RateLimit, Storage, DiscoveryModule],
    };
  }
}
