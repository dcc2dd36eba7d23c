import { createHash } from 'node:crypto';

/** Namespace of the demonstration's identifiers. */
const namespace = createHash('sha1').update('jenjang demonstration data').digest().subarray(0, 16);

/** The identifier of what bears this name: UUID version 5 (RFC 9562), the same in every load. */
export function idOf(name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A sequence of choices that looks random and is always the same. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True this often, 0 to 1. */
  happens(share: number): boolean;
}

/** The choices that belong to a seed. Each thing takes a seed of its own, so that adding one changes no other. */
export function chanceOf(seed: string): Chance {
  let state = createHash('sha1').update(seed).digest().readUInt32LE(0);
  const next = (): number => {
    // Mulberry32: 32 bits of state are plenty for a few choices each.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return { whole, happens: (share) => next() < share, pick: (items) => itemAt(items, whole(0, items.length - 1)) };
}

/** The items in an order that belongs to the seed. */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  return items
    .map((item, index) => ({ item, key: createHash('sha1').update(`${seed} ${index}`).digest('hex') }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}

/** @throws RangeError where there is no such item: the demonstration's own tables are wrong then. */
export function itemAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index} among ${items.length}`);
  return item;
}
