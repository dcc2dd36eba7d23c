import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type Config, type Database } from './platform/index.js';
import { IdentityModule } from './identity/index.js';

/** The features: a table of contents. */
@Module({})
export class AppModule {
  static with(config: Config, database: Database): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(config, database), IdentityModule],
    };
  }
}
