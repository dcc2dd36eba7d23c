import path from 'node:path';
import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { CONFIG, type Config } from '../platform/index.js';
import { FileController } from './file.controller.js';
import { FileService } from './file.service.js';

/** Files that people upload and read. */
@Module({
  imports: [MulterModule.registerAsync({ inject: [CONFIG], useFactory: (config: Config) => ({ dest: path.join(config.dataDirectory, 'incoming') }) })],
  controllers: [FileController],
  providers: [FileService],
  exports: [FileService],
})
export class FileModule {}
