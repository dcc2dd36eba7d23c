import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from './audit/index.js';
import { IdentityModule } from './identity/index.js';
import { JobModule } from './job/index.js';
import { OpenapiModule } from './openapi/index.js';
import { PlatformModule, type Config, type Database } from './platform/index.js';

/** The features: a table of contents. */
const features = [
  IdentityModule,
  AuditModule,
  JobModule,
  OpenapiModule,
];

@Module({})
export class AppModule {
  static with(config: Config, database: Database): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, database), ...features] };
  }
}
