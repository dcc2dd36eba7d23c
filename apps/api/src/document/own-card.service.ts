import { Inject, Injectable } from '@nestjs/common';
import { nameWithTitles, type OwnCard } from '@jenjang/shared';
import { CONFIG, Database, type Actor, type Config } from '../platform/index.js';
import { cardPayload } from './card.js';
import { loadOwnPlaces } from './own-card.queries.js';

/** Cards of whoever reads; nobody else's can be asked for. */
@Injectable()
export class OwnCardService {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One card per cohort that takes participants or runs, the earliest first. */
  async read({ personId }: Actor): Promise<readonly OwnCard[]> {
    if (personId === null) return [];
    const places = await loadOwnPlaces(this.db, personId);
    return places.map(({ enrolmentId, cohortName, unitName, ...name }) => ({
      enrolmentId, cohortName, participantName: nameWithTitles(name), unitName, payload: cardPayload(this.config.secretKey, enrolmentId),
    }));
  }
}
