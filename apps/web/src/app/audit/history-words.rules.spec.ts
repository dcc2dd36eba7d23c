import { describe, expect, it } from '@jest/globals';
import type { HistoryEntry } from '@jenjang/shared/audit';
import { deedOf, nameOf, wordChanges } from './history-words.rules';
import type { HistoryWords } from './history.types';

function anEntry(changes: Partial<HistoryEntry>): HistoryEntry {
  return {
    id: 1,
    at: '2026-11-21T01:12:00Z',
    by: 'Melati Pualam',
    action: 'changed',
    subjectKind: 'cohort',
    reason: null,
    before: null,
    after: null,
    ...changes,
  };
}

const words: HistoryWords = {
  locale: 'id',
  zone: 'Asia/Makassar',
  fields: {
    state: 'Status',
    starts_at: 'Mulai',
    starts_on: 'Mulai',
    mandatory: 'Wajib',
    signatories: 'Penanda tangan',
    class_id: 'Kelas',
  },
  yes: 'Ya',
  no: 'Tidak',
};

describe('nameOf', () => {
  it('takes the name after the change', () => {
    expect(nameOf(anEntry({ before: { title: 'Sesi 1' }, after: { title: 'Sesi 2' } }))).toBe('Sesi 2');
  });

  it('says nothing when the entry says nothing', () => {
    expect(nameOf(anEntry({ before: { capacity: 1 }, after: { capacity: 2 } }))).toBeNull();
  });
});

describe('deedOf', () => {
  it.each([
    ['issuing', anEntry({ action: 'created', subjectKind: 'certificate', after: { number: 'A' } }), 'issued'],
    [
      'revoking',
      anEntry({
        action: 'created',
        subjectKind: 'certificate_event',
        after: { kind: 'revoked', public_text: 'a' },
      }),
      'revoked',
    ],
    ['nothing of its own for an ordinary change', anEntry({ after: { name: 'a' } }), null],
  ] as const)('names %s', (_, entry, deed) => {
    expect(deedOf(entry)).toBe(deed);
  });
});

describe('wordChanges of a new record', () => {
  it('leaves out references, which tell nothing there', () => {
    const entry = anEntry({
      action: 'created',
      subjectKind: 'enrolment',
      after: { class_id: 'a', state: 'accepted' },
    });
    expect(wordChanges(entry, words).map(({ field }) => field)).toEqual(['state']);
  });

  it('does not repeat of a statement what the verb says', () => {
    const entry = anEntry({
      action: 'created',
      subjectKind: 'certificate_event',
      after: { kind: 'revoked', public_text: 'keliru' },
    });
    expect(wordChanges(entry, words).map(({ field }) => field)).toEqual(['public_text']);
  });
});

describe('wordChanges', () => {
  const change = (
    before: object | null,
    after: object | null,
    subjectKind: HistoryEntry['subjectKind'] = 'cohort',
  ) => wordChanges(anEntry({ subjectKind, before: before as never, after: after as never }), words);

  it.each([
    [
      'states by their shared words',
      { state: 'planned' },
      { state: 'enrolling' },
      'Direncanakan',
      'Pendaftaran',
    ],
    ['days', { starts_on: '2024-09-09' }, { starts_on: '2024-09-10' }, '9 Sep 2024', '10 Sep 2024'],
    [
      'moments in the zone of the place',
      { starts_at: null },
      { starts_at: '2024-09-09T00:00:00Z' },
      null,
      '9 Sep 2024, 08.00 WITA',
    ],
    ['yes and no', { mandatory: true }, { mandatory: false }, 'Ya', 'Tidak'],
    [
      'people of a list by their names',
      { signatories: [] },
      { signatories: [{ name: 'Lembayung Arga', nip: null }] },
      null,
      'Lembayung Arga',
    ],
  ])('words %s', (_, before, after, from, to) => {
    expect(change(before, after)).toMatchObject([{ before: from, after: to }]);
  });

  it('reads the same code by what it belongs to', () => {
    expect(change({ state: 'planned' }, { state: 'closed' }, 'session')).toMatchObject([
      { before: 'Terjadwal', after: 'Ditutup' },
    ]);
  });

  it('marks references, whose keys tell nothing', () => {
    expect(change({ class_id: 'a' }, { class_id: 'b' })).toMatchObject([
      { label: 'Kelas', isReference: true },
    ]);
  });

  it.each(['id', 'version', 'created_at', 'pdf_sha256', 'sha256', 'inputs', 'supersedes', 'recorded_by'])(
    'leaves out %s',
    (field) => {
      expect(change(null, { [field]: 'x' })).toEqual([]);
    },
  );

  it('names fields that nobody worded by their own name, without underscores', () => {
    expect(change(null, { odd_thing: 'x' })).toMatchObject([{ label: 'odd thing' }]);
  });

  it('leaves out what did not change', () => {
    expect(change({ mandatory: true, state: 'planned' }, { mandatory: true, state: 'running' })).toHaveLength(
      1,
    );
  });
});
