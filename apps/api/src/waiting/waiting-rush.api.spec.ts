import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aGround, type Ground } from '../cohort/cohort.builder.js';
import { EnrolmentMoves } from '../enrolment/index.js';
import { entities } from '../entities.js';
import { Clock, Database, readConfig, systemActor, type Actor } from '../platform/index.js';
import { startApi, type TestApi } from '../testing/index.js';
import { OfferService } from './offer.service.js';
import { ReplacementService } from './replacement.service.js';
import { aFullCohort } from './waiting.builder.js';

let api: TestApi;
let other: Database;
let ground: Ground;
beforeAll(async () => {
  api = await startApi();
  other = await Database.connect(readConfig(), entities);
  ground = await aGround(api.db);
  api.standAt('2026-08-20T02:00:00Z');
});
afterAll(async () => {
  await other.onModuleDestroy();
  await api.close();
});

const some = <T>(make: (db: Database) => T): readonly T[] => [make(api.db), make(other)];
const inTurn = <T>(them: readonly T[], at: number): T => them[at % them.length]!;

describe('many at once over two pools', () => {
  it.each([
    ['without a matrix', 20, [] as const],
    ['with a matrix', 50, [{ unitId: 'own', band: 'IV', seats: 50 }, { unitId: null, band: null, seats: 4 }] as const],
  ])('leave and answer %s, %i of them, and every seat is held or offered once', async (_, size, cells) => {
    const cohort = await aFullCohort(api.db, ground, { seats: size, waiting: size + 30, cells: cells.map((cell) => ({ ...cell, unitId: cell.unitId && ground.unitId })) });
    const half = size / 2;
    const replacements = some((db) => new ReplacementService(db, api.app.get(EnrolmentMoves), api.app.get(Clock)));
    const offers = some((db) => new OfferService(db, api.app.get(EnrolmentMoves), api.app.get(Clock)));
    await Promise.all(cohort.seated.slice(0, half).map((id, at) => inTurn(replacements, at).withdraw(systemActor(), id, { code: 'ill' })));
    const made = await api.db.read<{ id: string; personId: string }>(`select o.id, e.person_id as "personId" from seat_offer o join enrolment e on e.id = o.enrolment_id where e.cohort_id = $1`, [cohort.id]);
    expect(made).toHaveLength(half);
    const as = (personId: string): Actor => ({ ...systemActor(), grants: [], personId });
    const leaving = cohort.seated.slice(half).map((id, at) => inTurn(replacements, at).withdraw(systemActor(), id, { code: 'otherDuty' }));
    const answers = made.flatMap(({ id, personId }, at) => [
      at % 3 === 0 ? inTurn(offers, at).decline(as(personId), id) : inTurn(offers, at).accept(as(personId), id),
      ...(at % 3 === 1 ? [inTurn(offers, at + 1).accept(as(personId), id)] : []),
    ]);
    await Promise.all([...leaving, ...answers]);
    const [now] = await api.db.read<Record<string, number>>(
      `select c.seats_taken as taken, c.seats_offered as offered, c.capacity, (select count(*) from enrolment where cohort_id = c.id and state = 'accepted') as accepted,
              (select count(*) from enrolment where cohort_id = c.id and state = 'offered') as open, (select count(*) from seat_offer o join enrolment e on e.id = o.enrolment_id where e.cohort_id = c.id) as offers,
              (select count(distinct enrolment_id) from seat_offer o join enrolment e on e.id = o.enrolment_id where e.cohort_id = c.id) as people, (select coalesce(sum(taken), 0) from quota where cohort_id = c.id) as drawn
       from cohort c where id = $1`, [cohort.id]);
    const declined = made.filter((_offer, at) => at % 3 === 0).length;
    expect(now).toMatchObject({ taken: half - declined, accepted: half - declined, offered: half + declined, open: half + declined, offers: size + declined, people: size + declined, drawn: cells.length > 0 ? size : 0 });
    const order = await api.db.read<{ rank: number }>(`select e.nomination_rank as rank from enrolment_move v join enrolment e on e.id = v.enrolment_id where v.cohort_id = $1 and v.to_state = 'offered' order by v.moved_at`, [cohort.id]);
    expect(order.map(({ rank }) => rank)).toEqual(Array.from({ length: size + declined }, (_offer, at) => at + 1));
  }, 120_000);
});
