import { Module } from '@nestjs/common';
import { HomeController } from './home.controller.js';
import { HomeService } from './home.service.js';

/** The one next thing to do, in each role. What participants see first is the agenda's. */
@Module({
  controllers: [HomeController],
  providers: [HomeService],
})
export class HomeModule {}
