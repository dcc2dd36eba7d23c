import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgePeople } from './people.rules.js';
import type { KnownPerson, KnownUnit, PeopleWorld, RosterRow } from './record.types.js';
import type { RosterField, RowProblem } from './roster.types.js';
import { summarise } from './summary.rules.js';

const unit = (id: string, name: string, shortName: string | null, path: string): KnownUnit => ({ id, parentId: 'r', kind: 'DINAS', code: id.toUpperCase(), name, shortName, regionCode: null, path });
const units = [
  unit('r', 'Pemerintah Kota Embun', null, '/r/'), unit('k', 'Dinas Komunikasi dan Informatika', 'Diskominfo', '/r/k/'), unit('b', 'Badan Perencanaan', 'Bappeda', '/r/b/'),
  unit('ks', 'Sekretariat', null, '/r/k/ks/'), unit('bs', 'Sekretariat', null, '/r/b/bs/'), unit('kx', 'Badan Perencanaan', null, '/r/k/kx/'),
];
const surya: KnownPerson = {
  id: 'surya', frontTitle: null, fullName: 'Surya Lembah', backTitle: 'S.T.', gender: 'L', birthDate: '1980-01-01', birthPlace: null, email: 'surya@contoh.go.id', phone: null, enrolment: null, lastEndedOn: null,
  employment: { id: 'e1', unitId: 'k', unitName: 'Dinas Komunikasi dan Informatika', kind: 'PNS', nip: '198001012005011901', golongan: 'III/d', positionKind: 'PENGAWAS', positionName: 'Kepala Subbidang Data', eselon: 'IV.a', validFrom: '2024-01-01' },
};
const laras: KnownPerson = { ...surya, id: 'laras', fullName: 'Laras', backTitle: null, gender: null, birthDate: null, email: null, employment: null };
const world: PeopleWorld = { today: '2026-11-21', people: [surya, laras], units, cohort: null };
const cohort = { startsOn: '2024-09-09', classes: [{ id: 'c1', code: 'A', name: 'Desain Grafis' }] };

type Cells = Partial<Record<RosterField, string>>;
const fresh: Cells = { nip: '198309212008011902', fullName: 'Cemara Senja', opd: 'Bappeda', positionName: 'Kepala Bidang', eselon: 'III.b' };
const row = (cells: Cells, rowNumber = 2, faults: readonly RowProblem[] = []): RosterRow => ({ rowNumber, cells, faults });
const judge = (cells: Cells, changes: Partial<PeopleWorld> = {}) => judgePeople([row(cells)], { ...world, ...changes })[0]!;
const told = (cells: Cells, changes: Partial<PeopleWorld> = {}): string[] => judge(cells, changes).problems.map(({ field, code }) => `${field ?? 'row'} ${code}`);

describe('a new person', () => {
  it('is recorded with what the row says and what follows from it', () => {
    expect(judge({ ...fresh, fullName: 'Ir. Cemara  Senja, M.Si.' })).toEqual({
      rowNumber: 2, outcome: 'new', problems: [], changes: [], toVerify: false, targetId: null,
      record: {
        person: { frontTitle: 'Ir.', fullName: 'Cemara Senja', backTitle: 'M.Si.', gender: null, birthDate: null, birthPlace: null, email: null, phone: null }, personAct: 'add',
        employment: { unitId: 'b', kind: 'PNS', nip: '198309212008011902', nipWarnings: [], golongan: null, positionKind: 'ADMINISTRATOR', positionName: 'Kepala Bidang', eselon: 'III.b', validFrom: '2026-01-01' }, employmentAct: 'add', joins: false, classId: null,
      },
    });
  });

  it.each<[string, Cells, string[]]>([
    ['16 digits of a nip', { nip: '1983092120080112' }, ['nip roster.nipLength']],
    ['a nip damaged by Excel', { nip: '1,98609E+17' }, ['nip roster.nipExcel']],
    ['letters in a nip', { nip: '19830921200801190B' }, ['nip roster.nipCharacters']],
    ['no name', { fullName: ' ' }, ['fullName roster.missing']],
    ['no unit for a civil servant', { opd: '' }, ['opd roster.missing']],
    ['an unknown unit', { opd: 'Dinas Pasar' }, ['opd roster.unitUnknown']],
    ['an echelon that is none', { eselon: 'VI.a' }, ['eselon roster.eselon']],
    ['a golongan that is none', { golongan: 'III/z' }, ['golongan roster.golongan']],
    ['a golongan of others', { golongan: 'IX' }, ['golongan employment.golonganUnknown']],
    ['an echelon of another position', { positionKind: 'Fungsional' }, ['eselon employment.eselonUnsuited']],
    ['an e-mail address that is none', { email: 'cemara@' }, ['email roster.email']],
    ['an e-mail address of another', { email: 'SURYA@contoh.go.id' }, ['email roster.emailOfOther']],
    ['a birth date to come', { birthDate: '2027-01-01' }, ['birthDate roster.birthDate']],
    ['a name of 1 MB', { fullName: 'x'.repeat(1_000_000) }, ['fullName roster.tooLong']],
    ['a civil servant without a nip', { nip: '', kind: 'PNS' }, ['nip roster.nipMissing']],
    ['a nip of a non-ASN', { kind: 'Honorer' }, ['nip employment.nipNotAsn', 'eselon employment.eselonUnsuited']],
    ['another role', { joinsAs: 'Panitia' }, ['joinsAs roster.joinsAs']],
  ])('is refused with %s', (_, change, expected) => {
    expect(told({ ...fresh, ...change })).toEqual(expected);
    expect(judge({ ...fresh, ...change })).toMatchObject({ outcome: 'rejected', record: null, targetId: null });
  });

  it('is taken with a nip in doubt, and marked', () => {
    expect(judge({ ...fresh, nip: '20011340 202404 2 911' })).toMatchObject({ outcome: 'new', toVerify: true, record: { employment: { nipWarnings: ['NIP_BIRTHDATE'] } } });
  });

  it('may come from outside the service without nip and unit', () => {
    expect(judge({ fullName: 'Gerimis Padma', kind: 'PKK' })).toMatchObject({ outcome: 'new', record: { employment: null, employmentAct: 'keep' } });
    expect(judge({ fullName: 'Gerimis Padma', opd: 'Diskominfo' })).toMatchObject({ record: { employment: { kind: 'NON_ASN', positionKind: 'NON_ASN', nip: null } } });
  });

  it('says nothing more of a cell that the file reader found damaged', () => {
    const fault: RowProblem = { field: 'nip', code: 'cell.excelDamaged', value: '1.98E+17' };
    expect(judgePeople([row({ ...fresh, nip: '1.98E+17' }, 2, [fault])], world)[0]!.problems).toEqual([fault]);
  });
});

describe('units', () => {
  it.each([
    ['by name, whatever its case', { opd: 'DINAS KOMUNIKASI & INFORMATIKA'.replace('&', 'dan') }, 'k'], ['by short name', { opd: 'diskominfo' }, 'k'], ['by code', { opd: 'B' }, 'b'],
    ['within the OPD', { opd: 'Bappeda', unit: 'Sekretariat' }, 'bs'], ['nearest to the root of equal names', { opd: 'Badan Perencanaan' }, 'b'], ['by the last part of a path', { opd: 'Diskominfo / Sekretariat', unit: '' }, null],
    ['by the unit alone', { opd: '', unit: 'Bappeda' }, 'b'],
  ])('are found %s', (_, change, expected) => {
    const verdict = judge({ ...fresh, ...change });
    if (expected === null) expect(verdict.problems.map(({ code, limit }) => [code, limit])).toEqual([['roster.unitAmbiguous', 2]]);
    else expect(verdict.record?.employment?.unitId).toBe(expected);
  });

  it('suggests the nearest of a misspelt one', () => {
    expect(judge({ ...fresh, opd: 'Dinas Komunkasi dan Informatika' }).problems).toEqual([
      { field: 'opd', code: 'roster.unitUnknown', value: 'Dinas Komunkasi dan Informatika', suggestion: { value: 'Dinas Komunikasi dan Informatika', why: 'nearest' } },
    ]);
  });
});

describe('somebody on record', () => {
  const known: Cells = { nip: '19800101 200501 1 901', fullName: 'Surya Lembah' };

  it('stays as they are when the row says the same or nothing', () => {
    expect(judge(known)).toMatchObject({ outcome: 'unchanged', targetId: 'surya', changes: [], record: { personAct: 'keep', employmentAct: 'keep', employment: null } });
    expect(judge({ ...known, golongan: '3d', eselon: 'IVa', kind: 'pns', opd: 'Diskominfo', backTitle: 'S.T.' }).outcome).toBe('unchanged');
  });

  it('stays in a unit within the OPD that the row names, unless it names the unit too', () => {
    const inside = { people: [{ ...surya, employment: { ...surya.employment!, unitId: 'ks', unitName: 'Sekretariat' } }] };
    expect(judge({ ...known, opd: 'Diskominfo' }, inside).outcome).toBe('unchanged');
    expect(judge({ ...known, opd: 'Diskominfo', unit: 'Diskominfo' }, inside)).toMatchObject({ outcome: 'updated', record: { employment: { unitId: 'k' } } });
    expect(judge({ ...known, opd: 'Bappeda' }, inside)).toMatchObject({ record: { employment: { unitId: 'b' } } });
  });

  it('gets new facts from today on, told from and to', () => {
    expect(judge({ ...known, positionName: 'Kepala Bidang Data', eselon: 'III.b', opd: 'Bappeda', phone: '0812' })).toMatchObject({
      outcome: 'updated', record: { personAct: 'change', employmentAct: 'next', employment: { validFrom: '2026-11-21', golongan: 'III/d', positionKind: 'ADMINISTRATOR', unitId: 'b' } },
      changes: [
        { field: 'phone', from: null, to: '0812' }, { field: 'unit', from: 'Dinas Komunikasi dan Informatika', to: 'Badan Perencanaan' },
        { field: 'positionKind', from: 'PENGAWAS', to: 'ADMINISTRATOR' }, { field: 'positionName', from: 'Kepala Subbidang Data', to: 'Kepala Bidang Data' }, { field: 'eselon', from: 'IV.a', to: 'III.b' },
      ],
    });
  });

  it('has facts of the same day corrected, and refuses older ones', () => {
    expect(judge({ ...known, positionName: 'Kepala Seksi', validFrom: '2024-01-01' })).toMatchObject({ outcome: 'updated', record: { employmentAct: 'correct' } });
    expect(told({ ...known, positionName: 'Kepala Seksi', validFrom: '2023-01-01' })).toEqual(['validFrom employment.beforeCurrent']);
  });

  it('loses an echelon that no longer suits the position', () => {
    expect(judge({ ...known, positionKind: 'Fungsional', positionName: 'Pranata Komputer Ahli Muda' })).toMatchObject({ outcome: 'updated', record: { employment: { eselon: null, positionKind: 'FUNGSIONAL' } } });
  });

  it('is not overwritten by a row with their nip and the name of another', () => {
    expect(judge({ ...known, fullName: 'Kenanga Muara' }).problems).toEqual([{ field: 'fullName', code: 'roster.nipOfOther', value: 'Kenanga Muara', suggestion: { value: 'Surya Lembah', why: 'record' } }]);
  });

  it.each<[string, Cells, string | null]>([
    ['by e-mail address', { fullName: 'Surya', email: 'Surya@contoh.go.id' }, 'surya'], ['by name and birth date', { fullName: 'surya LEMBAH', birthDate: '1980-01-01' }, 'surya'],
    ['not by name and another birth date', { fullName: 'Surya Lembah', birthDate: '1999-01-01' }, null], ['by name alone when without a nip', { fullName: 'Laras' }, 'laras'],
  ])('is found %s', (_, cells, id) => {
    expect(judge(cells).targetId).toBe(id);
  });

  it('is suggested by nip when a name alone could mean them, or the nip was damaged', () => {
    const suggestion = { value: '198001012005011901', why: 'record' };
    expect(judge({ fullName: 'Surya Lembah' }).problems).toEqual([{ field: 'nip', code: 'roster.nameOnly', value: '', suggestion }]);
    expect(judge({ ...known, nip: '1980010120050119', opd: 'Diskominfo' }).problems).toEqual([{ field: 'nip', code: 'roster.nipLength', value: '1980010120050119', limit: 16, suggestion }]);
    expect(judge({ ...known, nip: '1980010120050119', opd: 'Bappeda' }).problems[0]).not.toHaveProperty('suggestion');
  });

  it('with a first employment counts as changed', () => {
    expect(judge({ fullName: 'Laras', kind: 'Honorer', opd: 'Bappeda' })).toMatchObject({ outcome: 'updated', targetId: 'laras', record: { employmentAct: 'add' }, changes: [{ field: 'unit', from: null, to: 'Badan Perencanaan' }] });
  });
});

describe('rows about one person', () => {
  it('take the first and name it in the others', () => {
    const verdicts = judgePeople([row(fresh, 2), row({ ...fresh, nip: '19830921 200801 1 902' }, 7), row({ nip: surya.employment!.nip!, fullName: 'Surya Lembah' }, 8), row({ fullName: 'Surya', email: 'surya@contoh.go.id' }, 9)], world);
    expect(verdicts.map(({ outcome, problems }) => [outcome, ...problems.map(({ code, limit }) => `${code} ${limit ?? ''}`)])).toEqual([['new'], ['rejected', 'roster.repeated 2'], ['unchanged'], ['rejected', 'roster.repeated 8']]);
  });

  it('never let one nip, one e-mail address or one person through twice', () => {
    const cell = fc.record({ nip: fc.constantFrom('', '198001012005011901', '198309212008011902'), email: fc.constantFrom('', 'a@b.id', 'surya@contoh.go.id'), fullName: fc.constantFrom('Surya Lembah', 'Laras', 'Cemara'), opd: fc.constantFrom('Bappeda', '') });
    fc.assert(fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
      const taken = judgePeople(cells.map((each, index) => row(each, index + 2)), world).filter(({ outcome }) => outcome !== 'rejected');
      const once = (values: readonly (string | null | undefined)[]) => { const real = values.filter(Boolean); expect(new Set(real).size).toBe(real.length); };
      once(taken.map(({ targetId }) => targetId));
      once(taken.map(({ record }) => record?.employment?.nip));
      once(taken.map(({ record }) => record?.person.email?.toLowerCase()));
    }));
  });
});

describe('participants', () => {
  const known: Cells = { nip: '198001012005011901', fullName: 'Surya Lembah' };
  it.each([
    ['not yet in the cohort', null, 'new', true], ['who withdrew', { state: 'withdrawn' as const, classId: null }, 'new', true], ['already in', { state: 'accepted' as const, classId: 'c1' }, 'unchanged', false],
  ])('%s', (_, enrolment, outcome, joins) => {
    expect(judge(known, { cohort, people: [{ ...surya, enrolment }] })).toMatchObject({ outcome, record: { joins, personAct: 'keep' } });
  });

  it('who were rejected are told so', () => {
    expect(told(known, { cohort, people: [{ ...surya, enrolment: { state: 'rejected', classId: null } }] })).toEqual(['row enrolment.rejectedBefore']);
  });

  it('already in are updated by new facts or another class', () => {
    const inside = { cohort, people: [{ ...surya, enrolment: { state: 'accepted' as const, classId: null } }] };
    expect(judge({ ...known, className: 'kelas a' }, inside)).toMatchObject({ outcome: 'updated', record: { classId: 'c1', joins: false }, changes: [{ field: 'className', from: null, to: 'Desain Grafis' }] });
    expect(told({ ...known, className: 'Z' }, inside)).toEqual(['className roster.classUnknown']);
  });

  it('keep the name on record, and give what was not known', () => {
    const verdict = judge({ ...known, fullName: 'dr. Surya', birthPlace: 'Embun' }, { cohort, people: [{ ...surya, enrolment: { state: 'accepted', classId: null } }] });
    expect(verdict.changes.map(({ field }) => field)).toEqual(['frontTitle', 'birthPlace']);
    expect(verdict.record?.person.fullName).toBe('Surya Lembah');
  });

  it('of old cohorts get facts that held when it began', () => {
    expect(judge(fresh, { cohort })).toMatchObject({ outcome: 'new', record: { employment: { validFrom: '2024-09-09' }, joins: true } });
  });
});

describe('the summary', () => {
  it('tells a fault of a whole column once', () => {
    const damaged = [2, 3, 4, 113].map((rowNumber) => row({ ...fresh, nip: '1,98609E+17' }, rowNumber));
    expect(summarise(judgePeople([...damaged, row(fresh, 200)], world))).toEqual({
      new: 1, updated: 0, unchanged: 0, rejected: 4, toVerify: 0, formulaCells: 0, notices: [{ code: 'roster.columnDamaged', field: 'nip', from: 2, to: 113, rows: 4 }],
    });
  });
});
