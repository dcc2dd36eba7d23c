import { describe, expect, it } from '@jest/globals';
import type { ScreenView } from '@jenjang/shared/checkin';
import { ShownCodeState } from './shown-code';

const screen = (digits: string, changesInMs: number): ScreenView => ({
  code: { digits, url: 'https://jenjang.example/hadir', changesInMs, stepMs: 20_000, marginMs: 20_000 },
  state: 'open',
  opensAt: null,
  closesAt: null,
  now: '2024-11-04T00:02:00.000Z',
});

function aProjector() {
  const world = { answers: [] as (ScreenView | null)[], ms: 500, asked: 0 };
  const state = new ShownCodeState({
    load: () => {
      world.asked += 1;
      const next = world.answers.shift() ?? null;
      return next === null ? Promise.reject(new Error('offline')) : Promise.resolve(next);
    },
    now: () => world.ms,
  });
  const at = async (ms: number): Promise<void> => {
    world.ms = ms;
    await state.beat();
  };
  return { world, state, at };
}

describe('the code on the projector', () => {
  it('is asked for again when it changes, and counted down in between', async () => {
    const { world, state, at } = aProjector();
    world.answers = [screen('111111', 3_000), screen('222222', 20_000)];
    await at(0);
    await at(1_000);
    expect([state.leftMs(), world.asked]).toEqual([2_000, 1]);
    await at(3_040);
    expect([state.screen()?.code?.digits, state.leftMs(), world.asked]).toEqual(['222222', 20_000, 2]);
  });

  it('keeps its margin without a network, then no longer counts, and comes back', async () => {
    const { world, state, at } = aProjector();
    world.answers = [screen('111111', 3_000)];
    await at(0);
    await at(3_100);
    expect([state.lostAt(), state.counts(), state.leftMs()]).toEqual([3_100, true, 0]);
    await at(22_900);
    expect(state.counts()).toBe(true);
    await at(23_000);
    expect([state.counts(), state.screen()?.code?.digits]).toEqual([false, '111111']);
    world.answers = [screen('333333', 9_000)];
    await at(60_000);
    expect([state.counts(), state.lostAt(), state.leftMs()]).toEqual([true, null, 9_000]);
  });
});
