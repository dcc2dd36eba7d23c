import type { RowProblem } from '@jenjang/shared/roster';
import {
  fieldsToMend,
  firstTab,
  missingGroups,
  offered,
  remapped,
  seatsMissing,
  shownFields,
  stepOf,
  writable,
} from './preview.rules';

const problem = (change: Partial<RowProblem>): RowProblem & { message: string } => ({
  field: 'nip',
  code: 'roster.nipLength',
  value: '1',
  message: '',
  ...change,
});
const columns = {
  nip: 'NIP',
  fullName: 'Nama',
  opd: 'OPD',
  golongan: 'Gol',
  positionName: 'Jabatan',
  eselon: 'Eselon',
};

describe('the columns of a preview', () => {
  it('are four that tell rows apart, and those with a problem', () => {
    expect(shownFields('people', columns, [])).toEqual(['nip', 'fullName', 'opd', 'eselon']);
    expect(
      shownFields('people', columns, [
        { problems: [problem({ field: 'golongan' }), problem({ field: null }), problem({})] },
      ]),
    ).toEqual(['nip', 'fullName', 'opd', 'eselon', 'golongan']);
    expect(
      shownFields('units', { code: 'K', name: 'N' }, [{ problems: [problem({ field: 'parent' })] }]),
    ).toEqual(['code', 'name', 'parent']);
  });
});

describe('mending a row', () => {
  it('asks for what is wrong, or for all when the row itself is', () => {
    expect(
      fieldsToMend({ problems: [problem({}), problem({ field: 'eselon' }), problem({})] }, ['fullName']),
    ).toEqual(['nip', 'eselon']);
    expect(fieldsToMend({ problems: [problem({ field: null })] }, ['fullName'])).toEqual(['fullName']);
  });

  it('offers what would mend it, else what stands there', () => {
    const row = {
      cells: { nip: '1', eselon: 'VI.a' },
      problems: [problem({ suggestion: { value: '198309212008011902', why: 'record' } })],
    };
    expect([offered(row, 'nip'), offered(row, 'eselon'), offered(row, 'opd')]).toEqual([
      '19830921 200801 1 902',
      'VI.a',
      '',
    ]);
  });
});

describe('an import as a whole', () => {
  const counts = { new: 96, updated: 10, unchanged: 4, rejected: 2 };
  it('writes what is new and updated, as far as seats last', () => {
    expect(writable(counts, 0)).toBe(106);
    expect(writable(counts, 12)).toBe(94);
    expect(seatsMissing({ seats: { capacity: 112, taken: 14, adding: 96 } })).toBe(0);
    expect(seatsMissing({ seats: { capacity: 100, taken: 14, adding: 96 } })).toBe(10);
    expect(seatsMissing({ seats: null })).toBe(0);
  });

  it.each([
    [counts, 'rejected'],
    [{ ...counts, rejected: 0 }, 'new'],
    [{ new: 0, updated: 0, unchanged: 4, rejected: 0 }, 'unchanged'],
    [{ new: 0, updated: 0, unchanged: 0, rejected: 0 }, 'new'],
  ])('begins with what needs the reader', (given, tab) => {
    expect(firstTab(given)).toBe(tab);
  });

  it.each([
    [null, false, 0],
    ['uploaded', false, 1],
    ['previewed', false, 2],
    ['previewed', true, 1],
    ['committed', false, 3],
    ['undone', true, 3],
  ] as const)('in state %s (mapping again: %s) is at step %i', (state, isMapping, step) => {
    expect(stepOf(state === null ? null : { state }, isMapping)).toBe(step);
  });
});

describe('columns', () => {
  it('serve one field each', () => {
    expect(remapped({ nip: 'A', fullName: 'B' }, 'A', 'fullName')).toEqual({ fullName: 'A' });
    expect(remapped({ nip: 'A', fullName: 'B' }, 'C', 'opd')).toEqual({ nip: 'A', fullName: 'B', opd: 'C' });
    expect(remapped({ nip: 'A', fullName: 'B' }, 'B', '')).toEqual({ nip: 'A' });
  });

  it('lack groups of which none is there', () => {
    expect(missingGroups({ nip: 'A' }, [['nip', 'email'], ['fullName']])).toEqual([['fullName']]);
  });
});
