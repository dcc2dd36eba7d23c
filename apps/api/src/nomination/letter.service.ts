import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDate, mayEditCohort, promotesBySelf, takesSeat, type NominatedPerson, type NominationDetail, type NominationQuery, type NominationRow, type Page } from '@jenjang/shared';
import { FileService, type FileRecord } from '../file/index.js';
import { Clock, Database, mayAt, Missing, requireAccess, type Actor } from '../platform/index.js';
import { loadLetter, loadLetters, loadPeople, loadUses, type StoredLetter } from './nomination.queries.js';

/** Letters that were sent, and what became of everybody in them. */
@Injectable()
export class LetterService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly files: FileService,
  ) {}

  onModuleInit(): void {
    this.files.letRead((actor, file) => this.mayRead(actor, file));
  }

  list(actor: Actor, query: NominationQuery): Promise<Page<NominationRow>> {
    return loadLetters(this.db, actor, query);
  }

  async read(actor: Actor, id: string): Promise<NominationDetail> {
    const letter = await loadLetter(this.db, id);
    if (!letter) throw new Missing('nomination', id);
    requireAccess(actor, 'nomination.submit', letter, { kind: 'nomination', id });
    const { agencyId: _agency, unitPath: _unit, ...shown } = letter;
    const keepsSeat = promotesBySelf(letter.cutOffOn, localDate(this.clock.now().getTime(), letter.zone));
    return { ...shown, keepsSeat, people: (await loadPeople(this.db, id)).map((person) => withOperations(person, letter)) };
  }

  /** Whoever sends or approves for the unit, and whoever takes people into the cohort, reads the letter. */
  private async mayRead(actor: Actor, { id }: FileRecord): Promise<boolean> {
    return (await loadUses(this.db, id)).some(({ agencyId, unitPath, cohortId, cohortAgencyId }) =>
      mayAt(actor, 'nomination.submit', { agencyId, unitPath }) || mayAt(actor, 'nomination.approve', { agencyId, unitPath }) || mayAt(actor, 'enrolment.manage', { agencyId: cohortAgencyId, cohortId }));
  }
}

function withOperations(person: Omit<NominatedPerson, 'mayWithdraw' | 'mayReplace'>, { cohortState }: StoredLetter): NominatedPerson {
  const there = mayEditCohort(cohortState) && person.state !== 'rejected' && person.state !== 'withdrawn';
  return { ...person, mayWithdraw: there, mayReplace: there && takesSeat(person.state) };
}
