import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { nextEnrolmentStates, type AskedMove, type EligibilityRule, type MoveOutcome } from '@jenjang/shared';
import { holdCohort } from '../cohort/index.js';
import { aCohort, aGround, somePeople, type Ground } from '../cohort/cohort.builder.js';
import { entities } from '../entities.js';
import { Database, readConfig, systemActor, type Transaction } from '../platform/index.js';
import { startApi, type TestApi } from '../testing/index.js';
import { EnrolmentMoves, type FreedSeat, type MoveOptions, type NominationOptions } from './index.js';

let api: TestApi;
let ground: Ground;
let cohort: { id: string };
let moves: EnrolmentMoves;
beforeAll(async () => {
  api = await startApi();
  ground = await aGround(api.db);
  moves = api.app.get(EnrolmentMoves);
});
beforeEach(async () => { cohort = await aCohort(api.db, ground); });
afterAll(() => api.close());

/** An academy of its own: allocations count all seats of an academy and year. */
const onNewGround = async (): Promise<void> => {
  ground = await aGround(api.db);
  cohort = await aCohort(api.db, ground);
};
const inTx = <Result>(work: (tx: Transaction) => Promise<Result>, db = api.db): Promise<Result> => db.transaction(systemActor(), work);
const move = (asked: readonly AskedMove[], options: MoveOptions = {}, db = api.db) => inTx(async (tx) => moves.move(tx, systemActor(), await holdCohort(tx, cohort.id), asked, options), db);
const nominate = (personIds: readonly string[], options: Partial<NominationOptions> = {}) =>
  inTx(async (tx) => moves.nominate(tx, systemActor(), await holdCohort(tx, cohort.id), personIds.map((personId, index) => ({ personId, rank: index + 1 })), { nominationId: null, state: 'nominated', onBehalfOf: null, ...options }));
const idsOf = async (personIds: readonly string[], options: Partial<NominationOptions> = {}): Promise<string[]> => (await nominate(personIds, options)).map(({ enrolmentId }) => enrolmentId!);
const cell = async (unitId: string | null, band: string | null, seats: number): Promise<string> =>
  (await api.db.execute<{ id: string }>(`insert into quota (cohort_id, unit_id, band, seats) values ($1, $2, $3, $4) returning id`, [cohort.id, unitId, band, seats]))[0]!.id;
const told = (outcomes: readonly Pick<MoveOutcome, 'code' | 'to'>[]): string[] => outcomes.map(({ code, to }) => code ?? to);
const tally = (list: readonly string[]): Record<string, number> => Object.fromEntries([...new Set(list)].sort().map((word) => [word, list.filter((other) => other === word).length]));
const states = async (): Promise<unknown[]> => (await api.db.read<{ state: string }>(`select state from enrolment where cohort_id = $1 order by state`, [cohort.id])).map(({ state }) => state);
const allocate = async (seats: number, more: { agencyId?: string; ceiling?: boolean } = {}): Promise<string> => (await api.db.execute<{ id: string }>(
  `insert into allocation (academy_id, agency_id, year, seats, ceiling) select academy_id, $2, 2026, $3, $4 from programme where id = $1 returning id`, [ground.programmeId, more.agencyId ?? null, seats, more.ceiling ?? true]))[0]!.id;

describe('the table of moves', () => {
  it('is the same in the rules and in the database', async () => {
    const rows = await api.db.read<{ from: string; to: string }>(`select from_state as "from", to_state as "to" from enrolment_path where from_state <> 'new'`);
    const rules = Object.entries(nextEnrolmentStates).flatMap(([from, next]) => next.map((to) => `${from}>${to}`));
    expect(rows.map(({ from, to }) => `${from}>${to}`).sort()).toEqual(rules.sort());
  });

  it('is kept by the database whoever writes to it, and every move is noted for good', async () => {
    const [id] = await idsOf(await somePeople(api.db, ground, 1));
    await expect(api.db.execute(`update enrolment set state = 'offered' where id = $1`, [id])).rejects.toThrow(/no move from nominated to offered/);
    await expect(api.db.execute(`insert into enrolment (cohort_id, person_id, state) select $1, id, 'offered' from person where agency_id = $2 order by id desc limit 1`, [cohort.id, ground.agencyId])).rejects.toThrow();
    await move([{ enrolmentId: id!, to: 'rejected', code: 'papersIncomplete', reason: 'Ijazah belum ada', details: { page: 2 } }]);
    expect(await api.db.read(`select from_state, to_state, code, reason, details from enrolment_move where enrolment_id = $1 order by moved_at`, [id])).toEqual([
      { from_state: 'new', to_state: 'nominated', code: null, reason: null, details: {} },
      { from_state: 'nominated', to_state: 'rejected', code: 'papersIncomplete', reason: 'Ijazah belum ada', details: { page: 2 } },
    ]);
    await expect(api.db.execute(`update enrolment_move set reason = 'lain' where enrolment_id = $1`, [id])).rejects.toThrow(/facts/);
    await expect(api.db.execute(`delete from enrolment_move where enrolment_id = $1`, [id])).rejects.toThrow(/facts/);
  });
});

describe('nominating', () => {
  it('brings in new people and those who left before, with their place in the letter, and names who is in already', async () => {
    const [one, two, three, four] = await somePeople(api.db, ground, 4);
    const [, , third] = await idsOf([one!, two!, three!]);
    await move([{ enrolmentId: third!, to: 'rejected', code: 'noSeat' }]);
    const outcomes = await nominate([one!, three!, four!], { state: 'accepted' });
    expect(outcomes).toMatchObject([{ personId: one, to: 'accepted', code: null }, { personId: three, enrolmentId: third, via: 'nominated', code: null }, { personId: four, outcome: 'moved' }]);
    expect(await api.db.read(`select from_state || '>' || to_state as move from enrolment_move where enrolment_id = $1 order by moved_at`, [third])).toEqual([{ move: 'new>nominated' }, { move: 'nominated>rejected' }, { move: 'rejected>nominated' }, { move: 'nominated>accepted' }]);
    expect(await api.db.read(`select nomination_rank as rank from enrolment where id = $1`, [third])).toEqual([{ rank: 2 }]);
    expect(told(await nominate([one!]))).toEqual(['enrolment.noSuchMove']);
    expect(told(await nominate([two!, '00000000-0000-4000-8000-000000000000']))).toEqual(['enrolment.noSuchMove', 'enrolment.unknown']);
    expect(await states()).toEqual(['accepted', 'accepted', 'accepted', 'nominated']);
  });

  it('lets those wait for whom no seat is left, when that is asked for, and tells everybody', async () => {
    await cell(ground.unitId, 'IV', 1);
    const people = await somePeople(api.db, ground, 2);
    expect(told(await nominate(people, { state: 'accepted', whenFull: 'waitlisted' }))).toEqual(['accepted', 'waitlisted']);
    expect(await api.db.read(`select event from announcement where cohort_id = $1 order by event`, [cohort.id])).toEqual([{ event: 'enrolment.accepted' }, { event: 'enrolment.waitlisted' }]);
  });

  const rules: [string, EligibilityRule, string | null][] = [
    ['another kind of jabatan', { positionKinds: ['ADMINISTRATOR'] }, 'positionKind'],
    ['another echelon', { bands: ['II', 'III'] }, 'band'],
    ['another kind of employment', { employmentKinds: ['PPPK'] }, 'employmentKind'],
    ['another region', { regionCodes: ['64.72'] }, 'region'],
    ['another unit', { unitIds: ['00000000-0000-4000-8000-000000000000'] }, 'unit'],
    ['exactly this person', { positionKinds: ['PENGAWAS'], bands: ['IV'], employmentKinds: ['PNS'] }, null],
  ];
  it.each(rules)('holds against a rule that asks for %s', async (_, rule, expected) => {
    await api.db.execute(`update admission set eligibility = $2 where cohort_id = $1`, [cohort.id, JSON.stringify(rule)]);
    const [outcome] = await nominate(await somePeople(api.db, ground, 1));
    expect((outcome!.facts['shortfalls'] as { code: string }[] | undefined)?.map(({ code }) => code) ?? []).toEqual(expected === null ? [] : [expected]);
  });

  it('looks for the unit above the person, and for what was trained and graduated from before', async () => {
    const [person] = await somePeople(api.db, ground, 1, { unitId: ground.subUnitId });
    const rule = (eligibility: EligibilityRule) => api.db.execute(`update admission set eligibility = $2 where cohort_id = $1`, [cohort.id, JSON.stringify(eligibility)]);
    const shortfalls = async (): Promise<string[]> => inTx(async (tx) => {
      const [outcome] = await moves.nominate(tx, systemActor(), await holdCohort(tx, cohort.id), [{ personId: person! }], { nominationId: null, state: 'nominated', onBehalfOf: null });
      await tx.query(`delete from enrolment where cohort_id = $1`, [cohort.id]);
      return ((outcome!.facts['shortfalls'] ?? []) as { code: string }[]).map(({ code }) => code);
    });
    await rule({ unitIds: [ground.unitId], notTrainedYears: 3, prerequisiteProgrammeIds: [] });
    expect(await shortfalls()).toEqual([]);
    const past = await aCohort(api.db, ground, { starts_on: '2024-02-05', ends_on: '2024-02-09', state: 'running' });
    const [held] = await api.db.execute<{ id: string }>(`insert into enrolment (cohort_id, person_id, state) values ($1, $2, 'accepted') returning id`, [past.id, person]);
    expect(await shortfalls()).toEqual(['trainedRecently']);
    await rule({ prerequisiteProgrammeIds: [ground.programmeId] });
    expect(await shortfalls()).toEqual(['prerequisite']);
    await api.db.execute(`insert into graduation_decision (enrolment_id, outcome, curriculum_id, criteria, inputs, results) values ($1, 'graduated', $2, '{}', '{}', '[]')`, [held!.id, ground.curriculumId]);
    expect(await shortfalls()).toEqual([]);
  });
});

describe('moving many', () => {
  it('gives every seat its cell and stores what was said for whom', async () => {
    const [own, reserve] = [await cell(ground.unitId, 'IV', 2), await cell(null, null, 1)];
    const ids = await idsOf(await somePeople(api.db, ground, 4, { unitId: ground.subUnitId }));
    const head = await api.as([{ role: 'agency_head', scope: 'agency', agencyId: ground.agencyId }]);
    const outcomes = await move(ids.map((enrolmentId) => ({ enrolmentId, to: 'accepted' as const })), { onBehalfOf: head.accountId });
    expect(outcomes.map(({ quotaId, code }) => quotaId ?? code)).toEqual([own, own, reserve, 'enrolment.quotaFull']);
    expect(await api.db.read(`select distinct on_behalf_of from enrolment_move where cohort_id = $1 and to_state = 'accepted'`, [cohort.id])).toEqual([{ on_behalf_of: head.accountId }]);
    expect(await api.db.read(`select taken from quota where cohort_id = $1 order by seats desc`, [cohort.id])).toEqual([{ taken: 2 }, { taken: 1 }]);
  });

  it('moves nobody in mode all when one is refused', async () => {
    await api.db.execute(`update cohort set capacity = 1 where id = $1`, [cohort.id]);
    const ids = await idsOf(await somePeople(api.db, ground, 2));
    expect(told(await move(ids.map((enrolmentId) => ({ enrolmentId, to: 'accepted' as const })), { mode: 'all' }))).toEqual(['enrolment.others', 'enrolment.full']);
    expect(await states()).toEqual(['nominated', 'nominated']);
  });

  it('keeps the seat in the unit when one of it replaces another, and tells listeners only of seats that stay free', async () => {
    const heard: FreedSeat[] = [];
    moves.whenSeatsFree(async (_tx, _actor, cohortId, freed) => { if (cohortId === cohort.id) heard.push(...freed); await Promise.resolve(); });
    const own = await cell(ground.unitId, 'IV', 1);
    await cell(null, null, 5);
    const [first, second, third] = await idsOf(await somePeople(api.db, ground, 3));
    await move([{ enrolmentId: first!, to: 'accepted' }]);
    const [left, came] = await move([{ enrolmentId: first!, to: 'withdrawn', code: 'ill' }, { enrolmentId: second!, to: 'accepted', replaces: first! }]);
    expect([left!.code, came!.quotaId]).toEqual([null, own]);
    expect(heard).toEqual([]);
    expect(await api.db.read(`select replaces from enrolment where id = $1`, [second])).toEqual([{ replaces: first }]);
    expect(told(await move([{ enrolmentId: third!, to: 'accepted', replaces: first! }]))).toEqual(['enrolment.replacesUnknown']);
    await move([{ enrolmentId: second!, to: 'withdrawn', code: 'otherDuty' }]);
    expect(heard).toMatchObject([{ enrolmentId: second, quotaId: own, band: 'IV', to: 'withdrawn', code: 'otherDuty' }]);
    expect(told(await move([{ enrolmentId: third!, to: 'accepted', replaces: second! }]))).toEqual(['accepted']);
    expect(await api.db.read(`select quota_id from enrolment where id = $1`, [third])).toEqual([{ quota_id: own }]);
  });

  it('accepts 1,000 people with quota, class and allocation in well under five seconds', async () => {
    await onNewGround();
    await api.db.execute(`update cohort set capacity = 1000 where id = $1`, [cohort.id]);
    await cell(ground.unitId, 'IV', 900);
    await cell(null, null, 100);
    const national = await allocate(5000);
    const ids = await idsOf(await somePeople(api.db, ground, 1000));
    const start = process.hrtime.bigint();
    const outcomes = await move(ids.map((enrolmentId) => ({ enrolmentId, to: 'accepted' as const })));
    expect(Number((process.hrtime.bigint() - start) / 1_000_000n)).toBeLessThan(5000);
    expect(tally(told(outcomes))).toEqual({ accepted: 1000 });
    expect(await api.db.read(`select taken from allocation where id = $1`, [national])).toEqual([{ taken: 1000 }]);
  });
});

describe('the constraints, attacked past all rules', () => {
  const put = (personIds: readonly string[], quotaId: string | null, state = 'accepted') => api.db.execute(
    `insert into enrolment (cohort_id, person_id, state, quota_id, employment_id) select $1, x, $3, $4, (select id from employment where person_id = x) from unnest($2::uuid[]) x`, [cohort.id, personIds, state, quotaId]);

  it('hold a cell, also for offers and when a seat changes its cell', async () => {
    const [own, reserve] = [await cell(ground.unitId, 'IV', 1), await cell(null, null, 1)];
    const people = await somePeople(api.db, ground, 2);
    await expect(put(people, own)).rejects.toThrow(/quota_taken_within_seats/);
    await expect(put(people, null)).rejects.toThrow(/draws from a quota/);
    await put([people[0]!], own);
    await put([people[1]!], reserve);
    await expect(api.db.execute(`update enrolment set quota_id = $2 where cohort_id = $1`, [cohort.id, own])).rejects.toThrow(/quota_taken_within_seats/);
    await expect(api.db.execute(`update quota set seats = 0 where id = $1`, [own])).rejects.toThrow(/quota_taken_within_seats/);
    await expect(api.db.execute(`delete from quota where id = $1`, [own])).rejects.toThrow(/enrolment_quota_in_cohort/);
  });

  it('hold the sum of the matrix below the capacity, and units apart', async () => {
    await cell(ground.unitId, 'IV', 20);
    await expect(cell(null, null, 11)).rejects.toThrow(/quota above capacity/);
    await expect(cell(ground.subUnitId, 'IV', 1)).rejects.toThrow(/a unit below another/);
    await expect(cell(ground.unitId, 'IV', 1)).rejects.toThrow(/quota_cell_once/);
    await expect(cell(null, 'VI', 1)).rejects.toThrow(/quota_band_check/);
  });

  it('refuse a first cell while somebody holds a seat without one', async () => {
    await put(await somePeople(api.db, ground, 1), null);
    await expect(cell(null, null, 5)).rejects.toThrow(/a seat without quota/);
  });

  it('hold a class and the cohort, offers included', async () => {
    const [made] = await api.db.execute<{ id: string }>(`insert into cohort_class (cohort_id, code, name, capacity) values ($1, 'A', 'Kelas A', 1) returning id`, [cohort.id]);
    const people = await somePeople(api.db, ground, 31);
    await put([people[0]!], null, 'waitlisted');
    await api.db.execute(`update enrolment set state = 'offered', class_id = $2 where cohort_id = $1`, [cohort.id, made!.id]);
    await put([people[1]!], null);
    await expect(api.db.execute(`update enrolment set class_id = $2 where cohort_id = $1`, [cohort.id, made!.id])).rejects.toThrow(/cohort_class_seats_within_capacity/);
    await expect(put(people.slice(2, 30), null)).resolves.toBeDefined()
    await expect(put(people.slice(30), null)).rejects.toThrow(/cohort_seats_within_capacity/);
  });

  it('count every seat in the cohort, whatever kind it is', async () => {
    const people = await somePeople(api.db, ground, 31);
    await put(people.slice(0, 1), null, 'waitlisted');
    await api.db.execute(`update enrolment set state = 'offered' where cohort_id = $1`, [cohort.id]);
    await expect(put(people.slice(1), null)).rejects.toThrow(/cohort_seats_within_capacity/);
    expect(await api.db.read(`select seats_taken, seats_offered from cohort where id = $1`, [cohort.id])).toEqual([{ seats_taken: 0, seats_offered: 1 }]);
  });

  it('hold a ceiling, count a target, and follow the person to another agency and the cohort to another year', async () => {
    await onNewGround();
    const ids = [await allocate(2, { agencyId: ground.agencyId }), await allocate(1, { ceiling: false })];
    const taken = async (): Promise<unknown[]> => (await api.db.read<{ taken: number }>(`select taken from allocation where id = any($1::uuid[]) order by seats desc`, [ids])).map((row) => row.taken);
    const people = await somePeople(api.db, ground, 3);
    await put(people.slice(0, 2), null);
    expect(await taken()).toEqual([2, 2]);
    await expect(put(people.slice(2), null)).rejects.toThrow(/allocation_taken_within_seats/);
    const other = await aGround(api.db);
    const [visitor] = await somePeople(api.db, other, 1);
    await put([visitor!], null);
    expect(await taken()).toEqual([2, 3]);
    await api.db.execute(`update enrolment set employment_id = (select id from employment where person_id = $2) where cohort_id = $1 and person_id = $3`, [cohort.id, visitor, people[0]]);
    expect(await taken()).toEqual([1, 3]);
    await api.db.execute(`update cohort set starts_on = '2027-01-04', ends_on = '2027-01-08' where id = $1`, [cohort.id]);
    expect(await taken()).toEqual([0, 0]);
    await api.db.execute(`update cohort set starts_on = '2026-09-07' where id = $1`, [cohort.id]);
    const late = await allocate(4, { agencyId: other.agencyId });
    expect(await api.db.read(`select taken from allocation where id = $1`, [late])).toEqual([{ taken: 2 }]);
  });
});

describe('200 at once through the pools of two processes', () => {
  it('get exactly the seats that quota, class and allocation leave, and every counter is right', async () => {
    await onNewGround();
    await api.db.execute(`update cohort set capacity = 150 where id = $1`, [cohort.id]);
    const [made] = await api.db.execute<{ id: string }>(`insert into cohort_class (cohort_id, code, name, capacity) values ($1, 'A', 'Kelas A', 30) returning id`, [cohort.id]);
    await cell(ground.unitId, 'IV', 60);
    await cell(null, null, 20);
    const ceiling = await allocate(70);
    const people = await somePeople(api.db, ground, 200);
    const ids = await idsOf(people);
    await api.db.execute(`update enrolment set class_id = $2 where id = any($1::uuid[])`, [ids.slice(0, 100), made!.id]);
    const other = await Database.connect(readConfig(), entities);
    try {
      const outcomes = (await Promise.all(ids.map((enrolmentId, index) => move([{ enrolmentId, to: 'accepted' }], {}, index % 2 === 0 ? api.db : other)))).flat();
      const counts = tally(told(outcomes));
      expect(counts['accepted']).toBe(70);
      expect(Object.keys(counts).filter((word) => !['accepted', 'enrolment.allocationFull', 'enrolment.classFull', 'enrolment.quotaFull'].includes(word))).toEqual([]);
    } finally {
      await other.onModuleDestroy();
    }
    const [row] = await api.db.read<Record<string, number>>(
      `select c.seats_taken as taken, (select count(*) from enrolment where cohort_id = c.id and state = 'accepted') as accepted, (select sum(taken) from quota where cohort_id = c.id) as cells,
              k.seats_taken as class, (select count(*) from enrolment where class_id = k.id and state = 'accepted') as "inClass", (select taken from allocation where id = $2) as allocated,
              (select bool_and(q.taken = (select count(*) from enrolment e where e.quota_id = q.id and e.state = 'accepted'))::int from quota q where q.cohort_id = c.id) as exact
       from cohort c join cohort_class k on k.cohort_id = c.id where c.id = $1`, [cohort.id, ceiling]);
    expect(row).toEqual({ taken: 70, accepted: 70, cells: 70, class: row!['inClass'], inClass: row!['inClass'], allocated: 70, exact: 1 });
    expect(row!['class']).toBeLessThanOrEqual(30);
  });
});
