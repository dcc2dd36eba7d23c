import { Module } from '@nestjs/common';
import { FileModule, FileService } from '../file/index.js';
import { Database, mayAt } from '../platform/index.js';
import { AbsenceController } from './absence.controller.js';
import { AbsenceService } from './absence.service.js';

/** Who asked to be away, and what was decided. */
@Module({ imports: [FileModule], controllers: [AbsenceController], providers: [AbsenceService] })
export class AbsenceModule {
  constructor(files: FileService, db: Database) {
    files.letRead(async (actor, { id }) => {
      const places = await db.read<{ agencyId: string; cohortId: string }>(
        `select c.agency_id as "agencyId", c.id as "cohortId" from absence_request r join cohort c on c.id = r.cohort_id where r.letter_file_id = $1`, [id]);
      return places.some((place) => mayAt(actor, 'attendance.read', place));
    });
  }
}
