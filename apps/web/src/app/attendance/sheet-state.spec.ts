import { describe, expect, it } from '@jest/globals';
import type { MarkAnswer, MarkInForce, MarkWish, SheetRow } from '@jenjang/shared/attendance';
import { answersTo, lineOf, markOfKey } from './marking.rules';
import { SheetState } from './sheet-state';

const row: SheetRow = {
  enrolmentId: 'e1',
  personId: 'p1',
  name: 'Anggrek Telaga, S.T.',
  nip: '197804122003122901',
  unitName: 'Dinas Kesehatan',
  eselon: null,
  className: null,
  current: null,
};
const markOf = (id: string, mark: MarkInForce['mark']): MarkInForce => ({
  id,
  mark,
  lessonHours: 8,
  reason: null,
  source: 'sheet',
  markedAt: '2024-11-04T01:00:00Z',
  markedBy: 'Melati Pualam',
});

/** A server that answers when told to. */
function aServer() {
  const calls: (readonly MarkWish[])[] = [];
  const doors: { answer: (answers: readonly MarkAnswer[]) => void; fail: () => void }[] = [];
  const send = (wishes: readonly MarkWish[]): Promise<readonly MarkAnswer[]> => {
    calls.push(wishes);
    return new Promise((answer, fail) => doors.push({ answer, fail: () => fail(new Error('network')) }));
  };
  return { calls, doors, send };
}

const settled = () => new Promise((done) => setTimeout(done, 0));
const saved = (enrolmentId: string, current: MarkInForce): MarkAnswer => ({
  enrolmentId,
  outcome: 'saved',
  code: null,
  current,
});

function aSheet(rows: readonly SheetRow[] = [row, { ...row, enrolmentId: 'e2' }]) {
  const server = aServer();
  const sheet = new SheetState(server.send, () => 1000);
  sheet.load(rows);
  return { ...server, sheet, line: (n = 0) => sheet.lines()[n]! };
}

describe('a sheet', () => {
  it('shows a mark at once, sends marks of one moment together, and says when they are saved', async () => {
    const { sheet, calls, doors, line } = aSheet();
    sheet.mark('e1', { mark: 'present' });
    sheet.mark('e2', { mark: 'sick' });
    expect(sheet.tally()).toMatchObject({ present: 1, sick: 1, unmarked: 0 });
    await settled();
    expect(calls).toEqual([
      [
        expect.objectContaining({ enrolmentId: 'e1', mark: 'present', supersedes: null }),
        expect.objectContaining({ enrolmentId: 'e2', mark: 'sick' }),
      ],
    ]);
    expect([sheet.unsaved(), sheet.savedAt()]).toEqual([2, null]);
    doors[0]!.answer([saved('e1', markOf('m1', 'present')), saved('e2', markOf('m2', 'sick'))]);
    await settled();
    expect([line().state, line().current?.id, sheet.unsaved(), sheet.savedAt()]).toEqual([
      'saved',
      'm1',
      0,
      1000,
    ]);
  });

  it('sends what was marked anew while saving as a correction of what was saved', async () => {
    const { sheet, calls, doors, line } = aSheet();
    sheet.mark('e1', { mark: 'present' });
    await settled();
    sheet.mark('e1', { mark: 'late' });
    await settled();
    expect(calls).toHaveLength(1);
    doors[0]!.answer([saved('e1', markOf('m1', 'present'))]);
    await settled();
    expect(calls[1]).toMatchObject([{ mark: 'late', supersedes: 'm1' }]);
    doors[1]!.answer([saved('e1', markOf('m2', 'late'))]);
    await settled();
    expect([line().current?.id, line().state]).toEqual(['m2', 'saved']);
  });

  it('sends nothing for a double click', async () => {
    const { sheet, calls } = aSheet();
    sheet.mark('e1', { mark: 'present' });
    sheet.mark('e1', { mark: 'present' });
    await settled();
    expect(calls).toMatchObject([[{ enrolmentId: 'e1' }]]);
  });

  it('keeps what did not reach the server and tries again', async () => {
    const { sheet, calls, doors, line } = aSheet();
    sheet.mark('e1', { mark: 'present' });
    await settled();
    doors[0]!.fail();
    await settled();
    expect([line().state, sheet.failed(), sheet.tally().present]).toEqual(['failed', 1, 1]);
    sheet.load([row]);
    expect(line().wanted?.mark).toBe('present');
    sheet.retry();
    await settled();
    expect(calls).toHaveLength(2);
  });

  it('shows a conflict until one gives in or insists', async () => {
    const { sheet, calls, doors, line } = aSheet();
    sheet.mark('e1', { mark: 'present' });
    await settled();
    const theirs = markOf('m9', 'absent');
    doors[0]!.answer([{ enrolmentId: 'e1', outcome: 'conflict', code: null, current: theirs }]);
    await settled();
    expect([line().state, line().current, line().wanted?.mark, sheet.conflicts()]).toEqual([
      'conflict',
      theirs,
      'present',
      1,
    ]);
    sheet.insist('e1');
    await settled();
    expect(calls[1]).toMatchObject([{ mark: 'present', supersedes: 'm9' }]);
    doors[1]!.answer([{ enrolmentId: 'e1', outcome: 'conflict', code: null, current: theirs }]);
    await settled();
    sheet.yield('e1');
    expect([line().state, line().wanted, sheet.tally().absent]).toEqual(['still', null, 1]);
  });

  it('undoes a correction by a mark of its own, and leaves a first mark', async () => {
    const { sheet, calls, doors } = aSheet([
      { ...row, current: markOf('m1', 'present') },
      { ...row, enrolmentId: 'e2' },
    ]);
    sheet.mark('e2', { mark: 'present' });
    sheet.mark('e1', { mark: 'absent' });
    await settled();
    doors[0]!.answer([saved('e1', markOf('m2', 'absent')), saved('e2', markOf('m3', 'present'))]);
    await settled();
    expect(sheet.undo()).toEqual({ enrolmentId: 'e1', undone: true });
    await settled();
    expect(calls[1]).toMatchObject([
      { enrolmentId: 'e1', mark: 'present', lessonHours: 8, supersedes: 'm2' },
    ]);
    expect(sheet.undo()).toEqual({ enrolmentId: 'e2', undone: false });
    expect(sheet.undo()).toBeNull();
  });
});

describe('finding and keys', () => {
  it.each([
    ['h', 'present'],
    ['T', 'late'],
    ['d', 'on_duty'],
    ['x', null],
    ['Enter', null],
  ])('%s is %s', (key, mark) => {
    expect(markOfKey(key)).toBe(mark);
  });

  it.each([
    ['', true],
    ['telaga', true],
    ['19780412 2003', true],
    ['kesehatan', true],
    ['2003', false],
    ['bappeda', false],
  ])('%j finds: %s', (words, found) => {
    expect(answersTo(lineOf(row), words)).toBe(found);
  });
});
