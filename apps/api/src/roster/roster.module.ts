import path from 'node:path';
import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { FileModule } from '../file/index.js';
import { CONFIG, type Config } from '../platform/index.js';
import { DownloadService } from './download.service.js';
import { RosterController } from './roster.controller.js';
import { RosterService } from './roster.service.js';

/** Imports of people, units and participants from files, up to the preview. */
@Module({
  imports: [FileModule, MulterModule.registerAsync({ inject: [CONFIG], useFactory: (config: Config) => ({ dest: path.join(config.dataDirectory, 'incoming') }) })],
  controllers: [RosterController],
  providers: [RosterService, DownloadService],
  exports: [RosterService],
})
export class RosterModule {}
