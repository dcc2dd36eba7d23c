import { describe, expect, it } from '@jest/globals';
import type { BoardNews, BoardPerson, BoardView } from '@jenjang/shared/board';
import { LiveBoard, type NewsLine } from './live-board';

const person = (enrolmentId: string, mark: BoardPerson['mark'] = null): BoardPerson => ({
  enrolmentId,
  mark,
  at: null,
  flags: 0,
  name: enrolmentId,
  unitName: 'Bappeda',
  opdName: 'Bappeda',
  className: null,
  phone: null,
});
const view = (people: readonly BoardPerson[]): BoardView => ({
  sessionId: 's',
  title: 'Sesi 4',
  venue: '',
  zone: 'Asia/Makassar',
  cohortId: 'c',
  cohortName: 'DLA',
  startsAt: '2024-11-04T00:00:00.000Z',
  endsAt: '2024-11-04T08:00:00.000Z',
  state: 'planned',
  people,
  now: '2024-11-04T00:10:00.000Z',
});

/** A server that can be cut off, and a clock that is turned by hand. */
function aWorld(people: BoardPerson[]) {
  const world = { people, online: true, loads: 0, lines: [] as (NewsLine & { closed: boolean })[], ms: 0 };
  const board = new LiveBoard({
    load: () => {
      world.loads += 1;
      return world.online ? Promise.resolve(view(world.people)) : Promise.reject(new Error('offline'));
    },
    listen: () => {
      const line = {
        onmessage: null,
        onerror: null,
        closed: false,
        close() {
          this.closed = true;
        },
      } as NewsLine & { closed: boolean };
      world.lines.push(line);
      return line;
    },
    now: () => world.ms,
  });
  const say = (news: Partial<BoardNews>): void =>
    world.lines
      .at(-1)
      ?.onmessage?.({ data: JSON.stringify({ marks: [], now: '', ...news }) } as MessageEvent<string>);
  return { world, board, say };
}

describe('a live board', () => {
  it('follows the news', async () => {
    const { board, say } = aWorld([person('a'), person('b')]);
    await board.start();
    expect(board.counts()).toMatchObject({ expected: 2, missing: 2 });
    say({ marks: [{ enrolmentId: 'b', mark: 'late', at: '2024-11-04T00:20:00.000Z', flags: 1 }] });
    expect([
      board.inRoom(),
      board.missing().map(({ enrolmentId }) => enrolmentId),
      board.units()[0]?.counts.late,
    ]).toEqual([1, ['a'], 1]);
    board.stop();
  });

  it('reads anew when somebody unknown is named', async () => {
    const { world, board, say } = aWorld([person('a')]);
    await board.start();
    world.people = [person('a'), person('new', 'present')];
    say({ marks: [{ enrolmentId: 'new', mark: 'present', at: null, flags: 0 }] });
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    expect(board.counts()).toMatchObject({ expected: 2, present: 1 });
    board.stop();
  });

  it('asks again and again without a line, tells since when it is lost, and comes back', async () => {
    const { world, board } = aWorld([person('a')]);
    await board.start();
    world.online = false;
    world.ms = 5_000;
    world.lines[0]?.onerror?.(new Event('error'));
    await new Promise((resolve) => setTimeout(resolve));
    expect([world.lines[0]?.closed, board.lostAt(), board.people().length]).toEqual([true, 5_000, 1]);
    world.ms = 8_000;
    await board.tend();
    expect([board.lostAt(), world.lines.length]).toEqual([5_000, 1]);
    world.online = true;
    world.people = [person('a', 'present')];
    await board.tend();
    expect([board.lostAt(), board.inRoom(), world.lines.length]).toEqual([null, 1, 2]);
    board.stop();
  });

  it('does not believe a line that is silent', async () => {
    const { world, board, say } = aWorld([person('a')]);
    await board.start();
    world.ms = 20_000;
    say({});
    world.ms = 44_000;
    await board.tend();
    expect(world.loads).toBe(1);
    world.ms = 46_000;
    await board.tend();
    expect([world.loads, world.lines.length, world.lines[0]?.closed]).toEqual([2, 2, true]);
    board.stop();
  });
});
