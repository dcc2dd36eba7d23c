import type { TreeItem } from '@jenjang/shared/agency';
import type { UnitKind } from '@jenjang/shared/agency';

interface Named {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly shortName: string | null;
  readonly code: string;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Units that match the words, with all above them, so that each is seen in its place. */
export function matching<Unit extends Named>(
  items: readonly TreeItem<Unit>[],
  words: string,
): ReadonlySet<string> {
  const wanted = fold(words.trim());
  const parents = new Map(items.map(({ unit }) => [unit.id, unit.parentId]));
  const kept = new Set<string>();
  for (const { unit } of items) {
    if (!fold(`${unit.name} ${unit.shortName ?? ''} ${unit.code}`).includes(wanted)) continue;
    for (let id: string | null = unit.id; id !== null && !kept.has(id); id = parents.get(id) ?? null)
      kept.add(id);
  }
  return kept;
}

/** The rows to draw: those below an open unit, or when words are looked for those that match. */
export function shownItems<Unit extends Named>(
  items: readonly TreeItem<Unit>[],
  open: ReadonlySet<string>,
  words: string,
): readonly TreeItem<Unit>[] {
  if (words.trim() !== '') {
    const kept = matching(items, words);
    return items.filter(({ unit }) => kept.has(unit.id));
  }
  let hiddenBelow = Number.POSITIVE_INFINITY;
  return items.filter(({ unit, depth, children }) => {
    if (depth > hiddenBelow) return false;
    hiddenBelow = children > 0 && !open.has(unit.id) ? depth : Number.POSITIVE_INFINITY;
    return true;
  });
}

export type TreeMove =
  { readonly kind: 'focus'; readonly index: number } | { readonly kind: 'open' | 'close' | 'choose' } | null;

/** What a key does in a tree (WAI-ARIA tree pattern). Null leaves the key to the browser. */
export function treeMove<Unit extends Named>(
  key: string,
  items: readonly TreeItem<Unit>[],
  index: number,
  open: ReadonlySet<string>,
): TreeMove {
  const item = items[index];
  if (item === undefined) return null;
  const to = (target: number): TreeMove => ({
    kind: 'focus',
    index: Math.min(items.length - 1, Math.max(0, target)),
  });
  const isOpen = item.children > 0 && open.has(item.unit.id);
  const moves: Readonly<Record<string, () => TreeMove>> = {
    ArrowDown: () => to(index + 1),
    ArrowUp: () => to(index - 1),
    Home: () => to(0),
    End: () => to(items.length - 1),
    ArrowRight: () => (item.children > 0 && !isOpen ? { kind: 'open' } : isOpen ? to(index + 1) : null),
    ArrowLeft: () => (isOpen ? { kind: 'close' } : to(parentIndex(items, index))),
    Enter: () => ({ kind: 'choose' }),
    ' ': () => ({ kind: 'choose' }),
  };
  return moves[key]?.() ?? null;
}

function parentIndex<Unit extends Named>(items: readonly TreeItem<Unit>[], index: number): number {
  const found = items.findIndex(({ unit }) => unit.id === items[index]?.unit.parentId);
  return found === -1 ? index : found;
}

const usualChild: Readonly<Partial<Record<UnitKind, UnitKind>>> = {
  INSTANSI: 'DINAS',
  SETDA: 'BAGIAN',
  SETWAN: 'BAGIAN',
  INSPEKTORAT: 'SUBBAGIAN',
  DINAS: 'BIDANG',
  BADAN: 'BIDANG',
  SATPOL_PP: 'BIDANG',
  RSUD: 'BIDANG',
  KECAMATAN: 'KELURAHAN',
  KELURAHAN: 'SEKSI',
  BAGIAN: 'SUBBAGIAN',
  BIDANG: 'SEKSI',
};

/** What usually stands below a unit of a kind: a kecamatan has kelurahan. */
export function childKind(kind: UnitKind): UnitKind {
  return usualChild[kind] ?? 'SEKSI';
}
