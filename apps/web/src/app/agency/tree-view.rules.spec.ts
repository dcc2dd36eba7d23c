import { treeOrder } from '@jenjang/shared/agency';
import { childKind, matching, shownItems, treeMove } from './tree-view.rules';

const unit = (id: string, parentId: string | null, name: string) => ({
  id,
  parentId,
  name,
  shortName: null,
  code: id.toUpperCase(),
});
const items = treeOrder([
  unit('r', null, 'Kota'),
  unit('k', 'r', 'Kecamatan Ulu'),
  unit('a', 'k', 'Kelurahan Air'),
  unit('b', 'k', 'Kelurahan Bukit'),
  unit('d', 'r', 'Dinas'),
]);
const ids = (shown: readonly { unit: { id: string } }[]): string[] => shown.map((item) => item.unit.id);

describe('a tree as it is drawn', () => {
  it('shows what is below open units only', () => {
    expect(ids(shownItems(items, new Set(), ''))).toEqual(['r']);
    expect(ids(shownItems(items, new Set(['r']), ''))).toEqual(['r', 'd', 'k']);
    expect(ids(shownItems(items, new Set(['k']), ''))).toEqual(['r']);
    expect(ids(shownItems(items, new Set(['r', 'k']), ''))).toEqual(['r', 'd', 'k', 'a', 'b']);
  });

  it('shows what is looked for, in its place', () => {
    expect(ids(shownItems(items, new Set(), 'bukit'))).toEqual(['r', 'k', 'b']);
    expect(matching(items, 'tidak ada').size).toBe(0);
  });
});

describe('keys in a tree', () => {
  const open = new Set(['r']);
  const shown = shownItems(items, open, '');
  it.each([
    ['ArrowDown', 0, { kind: 'focus', index: 1 }],
    ['ArrowDown', 2, { kind: 'focus', index: 2 }],
    ['ArrowUp', 0, { kind: 'focus', index: 0 }],
    ['End', 0, { kind: 'focus', index: 2 }],
    ['ArrowRight', 2, { kind: 'open' }],
    ['ArrowRight', 0, { kind: 'focus', index: 1 }],
    ['ArrowRight', 1, null],
    ['ArrowLeft', 0, { kind: 'close' }],
    ['ArrowLeft', 2, { kind: 'focus', index: 0 }],
    ['Enter', 1, { kind: 'choose' }],
    ['x', 1, null],
  ])('%s on row %i', (key, index, move) => {
    expect(treeMove(key, shown, index, open)).toEqual(move);
  });
});

it('offers kelurahan below a kecamatan', () => {
  expect([childKind('KECAMATAN'), childKind('INSTANSI'), childKind('SEKSI')]).toEqual([
    'KELURAHAN',
    'DINAS',
    'SEKSI',
  ]);
});
