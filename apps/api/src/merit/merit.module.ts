import { Module } from '@nestjs/common';
import { HrController } from './hr.controller.js';
import { HrFeedService } from './hr-feed.service.js';
import { MeritController } from './merit.controller.js';
import { MeritService } from './merit.service.js';

@Module({ controllers: [MeritController, HrController], providers: [MeritService, HrFeedService] })
export class MeritModule {}
