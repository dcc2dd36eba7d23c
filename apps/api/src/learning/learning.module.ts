import { Module, type OnModuleInit } from '@nestjs/common';
import { FileModule, FileService } from '../file/index.js';
import { Database } from '../platform/index.js';
import { LearningController } from './learning.controller.js';
import { learnsFile } from './learning.queries.js';
import { LearningService } from './learning.service.js';
import { ProgressController } from './progress.controller.js';
import { ProgressService } from './progress.service.js';

/** Reading, watching and completing what a cohort teaches. */
@Module({
  imports: [FileModule],
  controllers: [LearningController, ProgressController],
  providers: [LearningService, ProgressService],
})
export class LearningModule implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly files: FileService,
  ) {}

  onModuleInit(): void {
    this.files.letRead(async (actor, { id }) => actor.personId !== null && learnsFile(this.db, actor.personId, id));
  }
}
