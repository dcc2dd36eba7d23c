import { Module } from '@nestjs/common';
import { EnrolmentModule } from '../enrolment/index.js';
import { RosterModule } from '../roster/index.js';
import { PostingController } from './posting.controller.js';
import { PostingService } from './posting.service.js';

/** Imports from the preview on: written, and taken back. */
@Module({ imports: [EnrolmentModule, RosterModule], controllers: [PostingController], providers: [PostingService] })
export class PostingModule {}
