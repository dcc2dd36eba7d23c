import { Module, type OnModuleInit } from '@nestjs/common';
import { FileModule, FileService } from '../file/index.js';
import { Database } from '../platform/index.js';
import { ContentController } from './content.controller.js';
import { ContentService } from './content.service.js';
import { CurriculumController } from './curriculum.controller.js';
import { teachesFile } from './curriculum.queries.js';
import { CurriculumService } from './curriculum.service.js';
import { ProgrammeController } from './programme.controller.js';
import { ProgrammeService } from './programme.service.js';

/** What is taught: academies, programmes, curricula and their content. */
@Module({
  imports: [FileModule],
  controllers: [ProgrammeController, CurriculumController, ContentController],
  providers: [ProgrammeService, CurriculumService, ContentService],
})
export class ProgrammeModule implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly files: FileService,
  ) {}

  onModuleInit(): void {
    this.files.letRead((actor, { id }) => teachesFile(this.db, actor, id));
  }
}
