import { describe, expect, it } from '@jest/globals';
import type { CheckInAnswer, CheckInRequest } from '@jenjang/shared/checkin';
import { AppProblem } from '../platform/problem';
import { Attempt, type AttemptWorld } from './attempt';

const answer = { outcome: 'recorded', mark: 'present' } as CheckInAnswer;
const offline = new AppProblem(0, 'network', null, null);
const refusal = new AppProblem(409, 'checkIn.stale', 'Kode sudah berganti. Pindai layar terbaru.', null);

/** A server that answers in turn, and a clock that stands. */
function aWorld(answers: (CheckInAnswer | AppProblem)[], store: { text: string | null } = { text: null }) {
  const sent: CheckInRequest[] = [];
  const clock = { ms: 1_000_000 };
  let made = 0;
  const world: AttemptWorld = {
    send: (request) => {
      sent.push(request);
      const next = answers.shift();
      return next instanceof AppProblem || next === undefined
        ? Promise.reject(next ?? offline)
        : Promise.resolve(next);
    },
    position: () => Promise.resolve(null),
    now: () => clock.ms,
    device: 'perangkat-uji-0001',
    newId: () => `id-${++made}`,
    keep: (text) => (store.text = text),
    kept: () => store.text,
  };
  return { world, sent, clock, store };
}

describe('an attempt', () => {
  it('is done when the server says so, and forgets the code', async () => {
    const { world, sent, store } = aWorld([answer]);
    const attempt = new Attempt('s', world);
    await attempt.begin('482913');
    expect([attempt.state(), attempt.answer()]).toEqual(['done', answer]);
    expect(sent).toEqual([
      { sessionId: 's', code: '482913', device: 'perangkat-uji-0001', clientId: 'id-1' },
    ]);
    expect(store.text).toBeNull();
  });

  it('goes on by itself when the network is gone, as the same check-in, saying how long ago it was', async () => {
    const { world, sent, clock } = aWorld([offline, new AppProblem(503, 'unexpected', null, null), answer]);
    const attempt = new Attempt('s', world);
    await attempt.begin('482913');
    expect(attempt.state()).toBe('waiting');
    clock.ms += 60_000;
    await attempt.retry();
    clock.ms += 30_400;
    await attempt.retry();
    expect(attempt.state()).toBe('done');
    expect(sent.map(({ clientId, scannedAgo }) => [clientId, scannedAgo])).toEqual([
      ['id-1', undefined],
      ['id-1', 60],
      ['id-1', 90],
    ]);
  });

  it('outlives a reload of the page, but not the day', async () => {
    const { world, store, clock, sent } = aWorld([offline, answer]);
    await new Attempt('s', world).begin('482913');
    const again = new Attempt('s', world);
    expect(again.state()).toBe('waiting');
    await again.retry();
    expect(sent[1]).toMatchObject({ clientId: 'id-1', scannedAgo: 0 });
    store.text = JSON.stringify({ code: '1', clientId: 'x', scannedAt: clock.ms - 13 * 3_600_000 });
    expect(new Attempt('s', world).state()).toBe('idle');
    store.text = '{broken';
    expect(new Attempt('s', world).state()).toBe('idle');
  });

  it('stops at a refusal, and a new code is a new check-in', async () => {
    const { world, sent } = aWorld([refusal, answer]);
    const attempt = new Attempt('s', world);
    await attempt.begin('111111');
    expect([attempt.state(), attempt.problem()]).toEqual(['refused', refusal]);
    await attempt.retry();
    expect(sent).toHaveLength(1);
    await attempt.begin('222222');
    expect(attempt.state()).toBe('done');
    expect(sent[1]).toMatchObject({ clientId: 'id-2', code: '222222' });
    expect(sent[1]).not.toHaveProperty('scannedAgo');
  });
});
