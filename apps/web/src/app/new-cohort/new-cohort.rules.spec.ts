import { fieldsOfStep, newCohortSteps, suggestedCode } from './new-cohort.rules';

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
