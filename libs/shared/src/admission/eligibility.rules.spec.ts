import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quotaBands, type EligibilityFacts, type EligibilityRule } from './admission.types.js';
import { bandOf, decideEligibility } from './eligibility.rules.js';

const facts: EligibilityFacts = {
  on: '2026-09-07', positionKind: 'ADMINISTRATOR', eselon: 'III.a', employmentKind: 'PNS', unitPath: '/root/dinkes/bidang/', regionCode: '64.72.01', lastTrainedOn: '2024-09-13', completedProgrammeIds: ['dasar'],
};

describe('the band of an echelon', () => {
  it.each([['II.b', 'II'], ['IV.a', 'IV'], [' v.a', 'V'], ['I', 'I'], [null, 'NONE'], ['', 'NONE'], ['VI.a', 'NONE'], ['NONE', 'NONE'], ['Kepala', 'NONE']])('of %s is %s', (eselon, band) => {
    expect(bandOf(eselon)).toBe(band);
  });
});

describe('eligibility', () => {
  it.each<[string, EligibilityRule, string[]]>([
    ['no demand', {}, []],
    ['empty lists', { positionKinds: [], bands: [], employmentKinds: [], unitIds: [], regionCodes: [], prerequisiteProgrammeIds: [], notTrainedYears: null }, []],
    ['everything as it is', { positionKinds: ['ADMINISTRATOR'], bands: ['III'], employmentKinds: ['PNS'], unitIds: ['dinkes'], regionCodes: ['64.72'], notTrainedYears: 1, prerequisiteProgrammeIds: ['dasar'] }, []],
    ['another jabatan', { positionKinds: ['PENGAWAS'] }, ['positionKind']],
    ['another echelon', { bands: ['II', 'IV'] }, ['band']],
    ['another employment', { employmentKinds: ['PPPK', 'CPNS'] }, ['employmentKind']],
    ['another unit', { unitIds: ['dukcapil'] }, ['unit']],
    ['another region, though its code begins alike', { regionCodes: ['64.7'] }, ['region']],
    ['the province', { regionCodes: ['64'] }, []],
    ['two years since the last time, a week short', { notTrainedYears: 2 }, ['trainedRecently']],
    ['another programme before', { prerequisiteProgrammeIds: ['dasar', 'lanjut'] }, ['prerequisite']],
    ['several at once', { bands: ['I'], unitIds: ['x'], notTrainedYears: 5 }, ['band', 'unit', 'trainedRecently']],
  ])('with %s', (_, rule, codes) => {
    expect(decideEligibility(rule, facts).map(({ code }) => code)).toEqual(codes);
  });

  it('counts the years to the day, and says from when somebody may come', () => {
    expect(decideEligibility({ notTrainedYears: 2 }, { ...facts, lastTrainedOn: '2024-09-07' })).toEqual([]);
    expect(decideEligibility({ notTrainedYears: 2 }, { ...facts, lastTrainedOn: '2024-09-08' })[0]?.facts.from).toBe('2026-09-08');
    expect(decideEligibility({ notTrainedYears: 3 }, { ...facts, lastTrainedOn: '2024-02-29' })[0]?.facts.from).toBe('2027-03-01');
    expect(decideEligibility({ notTrainedYears: 9 }, { ...facts, lastTrainedOn: null })).toEqual([]);
  });

  it('names what is missing of the programmes before', () => {
    expect(decideEligibility({ prerequisiteProgrammeIds: ['dasar', 'lanjut'] }, facts)[0]?.facts).toEqual({ has: null, wanted: ['lanjut'] });
  });

  it('of somebody without employment meets only what asks for nothing', () => {
    const nobody: EligibilityFacts = { ...facts, positionKind: null, eselon: null, employmentKind: null, unitPath: '', regionCode: null };
    expect(decideEligibility({ positionKinds: ['PENGAWAS'], employmentKinds: ['PNS'], unitIds: ['x'], regionCodes: ['64'] }, nobody)).toHaveLength(4);
    expect(decideEligibility({ bands: ['NONE'] }, nobody)).toEqual([]);
  });

  it('never lets in by asking for more', () => {
    const rule = fc.record({ bands: fc.subarray([...quotaBands]), regionCodes: fc.subarray(['64', '64.72', '15']), notTrainedYears: fc.option(fc.integer({ min: 1, max: 9 })), prerequisiteProgrammeIds: fc.subarray(['dasar', 'lanjut']) });
    fc.assert(fc.property(rule, rule, (one, other) => {
      const both = decideEligibility({ ...one, notTrainedYears: Math.max(one.notTrainedYears ?? 0, other.notTrainedYears ?? 0), prerequisiteProgrammeIds: [...new Set([...one.prerequisiteProgrammeIds, ...other.prerequisiteProgrammeIds])] }, facts);
      expect(both.length).toBeGreaterThanOrEqual(decideEligibility(one, facts).length);
    }));
  });
});
