import { Module } from '@nestjs/common';
import { FlagController } from './flag.controller.js';
import { FlagService } from './flag.service.js';

/** What people should look at before they believe a check-in. */
@Module({
  controllers: [FlagController],
  providers: [FlagService],
})
export class FlagModule {}
