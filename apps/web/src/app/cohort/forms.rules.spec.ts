import { fieldsOfStep, newCohortSteps, suggestedCode } from './new-cohort.rules';
import { localInput, minutesBetween } from './session-times.rules';
import { differences, storedVersion } from './stale.rules';

describe('a code for a new cohort', () => {
  it.each([
    ['Digital Leadership Academy Samarinda', '2026-09-07', 'DLAS-2026-09'],
    ['GTA Manajemen Risiko', '2026-11-20', 'GTA-2026-11'],
    ['الدفعة', '2026-11-20', 'ANGKATAN-2026-11'],
    ['🌾', '', 'ANGKATAN'],
  ])('of %s is %s %s', (name, startsOn, code) => {
    expect(suggestedCode(name, startsOn)).toBe(code);
    expect(suggestedCode(name, startsOn)).toMatch(/^[A-Z0-9-]{2,40}$/);
  });

  it('asks every field in exactly one step', () => {
    const asked = newCohortSteps.flatMap((_, step) => fieldsOfStep(step));
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toHaveLength(12);
  });
});

describe('times of a session', () => {
  it('are shown in the zone of the session', () => {
    expect(localInput('2026-11-21T00:00:00+00:00', 'Asia/Makassar')).toBe('2026-11-21T08:00');
    expect(localInput('2026-11-20T23:30:00Z', 'Asia/Jakarta')).toBe('2026-11-21T06:30');
  });

  it.each([
    ['2026-11-21T08:00', '2026-11-21T11:00', 180],
    ['2026-11-21T08:00', '2026-11-21T08:00', 0],
    ['', '2026-11-21T08:00', 0],
    ['2026-11-21T08:00', '2026-11-20T08:00', 0],
  ])('from %s to %s last %d minutes', (from, to, minutes) => {
    expect(minutesBetween(from, to)).toBe(minutes);
  });
});

describe('a stale form', () => {
  const details = {
    stored: { name: 'Satu', capacity: 30, version: 4, venueName: '' },
    given: { name: 'Dua', capacity: 30, version: 3, venueName: '' },
  };

  it('shows only what differs, without the version', () => {
    expect(differences(details)).toEqual([{ field: 'name', stored: 'Satu', given: 'Dua' }]);
    expect(storedVersion(details)).toBe(4);
  });

  it('is not read out of other details', () => {
    expect(differences({ limit: 3 })).toEqual([]);
    expect(storedVersion({ stored: null })).toBeNull();
  });
});
