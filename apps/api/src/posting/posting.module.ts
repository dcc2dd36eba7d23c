import { Module } from '@nestjs/common';
import { RosterModule } from '../roster/index.js';
import { PostingController } from './posting.controller.js';
import { PostingService } from './posting.service.js';

/** Imports from the preview on: written, and taken back. */
@Module({ imports: [RosterModule], controllers: [PostingController], providers: [PostingService] })
export class PostingModule {}
