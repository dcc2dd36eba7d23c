import type { SessionView } from '@jenjang/shared/cohort';
import { phaseLines } from './plan.rules';

const phase = {
  id: 'p',
  name: 'Tatap muka',
  mode: 'onsite',
  startsOn: '2026-11-20',
  endsOn: '2026-11-22',
} as const;
const session = (changes: Partial<SessionView>): SessionView => ({
  id: 's',
  phaseId: 'p',
  classId: null,
  moduleId: null,
  title: 'Visi',
  startsAt: '2026-11-21T00:00:00Z',
  endsAt: '2026-11-21T03:00:00Z',
  zone: 'Asia/Makassar',
  venue: '',
  venueId: null,
  roomId: null,
  place: null,
  meetingUrl: '',
  lessonHours: 4,
  mandatory: true,
  state: 'planned',
  version: 1,
  facilitators: [],
  expected: 10,
  marked: 0,
  attended: 0,
  ...changes,
});
const linesAt = (now: string, ...sessions: SessionView[]) =>
  phaseLines({ phases: [phase], classes: [], sessions }, Date.parse(now))[0];

describe('the plan of a cohort as it stands', () => {
  it.each([
    ['before it begins', '2026-11-20T23:59:59Z', 'planned', 'open'],
    ['at its first second', '2026-11-21T00:00:00Z', 'planned', 'now'],
    ['at its last second', '2026-11-21T02:59:59Z', 'planned', 'now'],
    ['when it has ended but nobody closed it', '2026-11-21T03:00:00Z', 'planned', 'waiting'],
    ['when it was closed before its end', '2026-11-21T01:00:00Z', 'closed', 'done'],
    ['when it was cancelled', '2026-11-21T01:00:00Z', 'cancelled', 'cancelled'],
  ] as const)('tells a session %s', (_, now, state, moment) => {
    expect(linesAt(now, session({ state }))?.sessions[0]?.moment).toBe(moment);
  });

  it('counts JP and sessions without the cancelled ones', () => {
    const line = linesAt(
      '2026-11-21T05:00:00Z',
      session({ id: 'a', state: 'closed' }),
      session({ id: 'b', state: 'cancelled' }),
      session({ id: 'c', startsAt: '2026-11-22T00:00:00Z', endsAt: '2026-11-22T03:00:00Z' }),
    );
    expect(line).toMatchObject({ lessonHours: 8, held: 1, total: 2, state: 'running' });
  });

  it.each([
    ['empty', []],
    ['ahead', [session({ startsAt: '2026-11-22T00:00:00Z', endsAt: '2026-11-22T03:00:00Z' })]],
    ['done', [session({ state: 'closed' })]],
  ] as const)('says that a phase is %s', (state, sessions) => {
    expect(linesAt('2026-11-21T05:00:00Z', ...sessions)?.state).toBe(state);
  });
});
