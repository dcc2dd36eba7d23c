import { describe, expect, it } from '@jest/globals';
import { instantOf, readershipOf, withPlaceholder } from './draft.rules';

describe('readershipOf', () => {
  it.each([
    ['cohort', '', { kind: 'cohort' }],
    ['class', 'k1', { kind: 'class', classId: 'k1' }],
    ['unit', 'u1', { kind: 'unit', unitId: 'u1' }],
    ['absent', 's1', { kind: 'absent', sessionId: 's1' }],
    ['class', '', null],
  ] as const)('of %s with target "%s"', (kind, target, expected) => {
    expect(readershipOf(kind, target)).toEqual(expected);
  });
});

describe('instantOf', () => {
  it.each([
    ['2026-11-03T07:00', 'Asia/Makassar', '2026-11-02T23:00:00.000Z'],
    ['2026-11-03T07:00:00', 'Asia/Jakarta', '2026-11-03T00:00:00.000Z'],
    ['', 'Asia/Jakarta', ''],
    ['2026-11-03', 'Asia/Jakarta', ''],
  ] as const)('reads %s in %s', (local, zone, instant) => {
    expect(instantOf(local, zone)).toBe(instant);
  });
});

describe('withPlaceholder', () => {
  it.each([
    ['at the cursor', 'Halo , apa', [5, 5], 'Halo {name}, apa', 11],
    ['in place of a selection', 'Halo NAMA.', [5, 9], 'Halo {name}.', 11],
    ['in an empty text', '', [0, 0], '{name}', 6],
  ] as const)('puts it %s', (_, text, place, expected, cursor) => {
    expect(withPlaceholder(text, 'name', place)).toEqual({ text: expected, cursor });
  });
});
