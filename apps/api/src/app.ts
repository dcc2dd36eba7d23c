import 'reflect-metadata';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { entities } from './entities.js';
import { collectRoutes, Database, Jobs, prepareHttp, type Config, type Route } from './platform/index.js';

/** The running program: its application, its database and its routes. */
export interface Running {
  readonly app: NestExpressApplication;
  readonly db: Database;
  readonly routes: readonly Route[];
}

/** Builds the program on a migrated database without listening yet. Refuses to when a route demands nothing of its caller. */
export async function createApp(config: Config, options: { migrate: boolean }): Promise<Running> {
  const db = await Database.connect(config, entities, options.migrate);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, db), { logger: ['error', 'fatal'], bodyParser: false, abortOnError: false });
  prepareHttp(app, config);
  await app.init();
  const routes = collectRoutes(app.get(DiscoveryService));
  await app.get(Jobs).start();
  return { app, db, routes };
}
