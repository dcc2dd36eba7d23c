import { describe, expect, it } from '@jest/globals';
import { bookingProblems, type Booking, type OwnBooking } from './booking.rules.js';

const arga = { personId: 'arga', name: 'Arga Embun' };
const booking = (changes: Partial<Booking> = {}): Booking => ({
  sessionId: 'other', title: 'Data', cohortName: 'Angkatan II', startsAt: '2026-11-21T01:00:00Z', endsAt: '2026-11-21T03:00:00Z', venue: 'Aula', facilitators: [arga], ...changes,
});
const own = (changes: Partial<OwnBooking> = {}): OwnBooking => ({ ...booking({ sessionId: 'own', title: 'Visi', cohortName: 'Angkatan I' }), index: 0, ...changes });

describe('what is taken twice', () => {
  it('warns of a facilitator and a place that another cohort has at the same time', () => {
    expect(bookingProblems([own()], [booking()])).toEqual([
      { code: 'facilitatorOverlap', path: 'sessions.0.facilitatorIds', blocking: false, facts: { title: 'Visi', other: 'Data', cohort: 'Angkatan II', name: 'Arga Embun' } },
      { code: 'venueTaken', path: 'sessions.0.venue', blocking: false, facts: { title: 'Visi', other: 'Data', cohort: 'Angkatan II', venue: 'Aula' } },
    ]);
  });

  it.each([
    ['one ends as the other begins', booking({ startsAt: '2026-11-21T03:00:00Z', endsAt: '2026-11-21T04:00:00Z' })],
    ['other people teach elsewhere', booking({ venue: 'Ruang 2', facilitators: [] })],
    ['neither has a place', booking({ venue: ' ', facilitators: [] })],
  ])('says nothing when %s', (_, other) => {
    expect(bookingProblems([own()], [other])).toEqual([]);
  });

  it('knows a place by its name in any case', () => {
    expect(bookingProblems([own({ facilitators: [] })], [booking({ venue: ' AULA ' })]).map(({ code }) => code)).toEqual(['venueTaken']);
  });

  it('says once that a facilitator has two classes of the cohort at once', () => {
    expect(bookingProblems([own(), own({ index: 1, sessionId: 'second', venue: 'Ruang 2' })], []).map(({ path }) => path)).toEqual(['sessions.1.facilitatorIds']);
  });
});
