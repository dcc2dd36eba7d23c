import { Module } from '@nestjs/common';
import { ScoreController } from './score.controller.js';
import { ScoreService } from './score.service.js';

/** What participants scored, as far as it counts for graduation. */
@Module({
  controllers: [ScoreController],
  providers: [ScoreService],
})
export class AssessmentModule {}
