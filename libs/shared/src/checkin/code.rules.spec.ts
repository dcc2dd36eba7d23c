import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeUrl, digitsOf, parseCode, stepAt, stepCounts, stepStart, stepWasShown, tokenText } from './code.rules.js';

const session = '0b9f8a1e-4c1d-4a57-9d0a-6f1f6f3f9a01';
const instants = fc.integer({ min: 0, max: 4_102_444_800_000 });
const steps = fc.integer({ min: 10, max: 120 });

describe('a step', () => {
  it('counts from its beginning until the end of the next one, at any instant and any length', () => {
    fc.assert(fc.property(instants, steps, (now, seconds) => {
      const step = stepAt(now, seconds);
      const start = stepStart(step, seconds);
      expect(start).toBeLessThanOrEqual(now);
      expect(now - start).toBeLessThan(seconds * 1000);
      expect([start - 1, start, start + seconds * 1000 - 1, start + seconds * 1000, start + 2 * seconds * 1000 - 1, start + 2 * seconds * 1000].map((at) => stepCounts(step, at, seconds))).toEqual([false, true, true, true, true, false]);
    }));
  });

  it('that was kept counts as long as the device tells truly how long', () => {
    fc.assert(fc.property(instants, steps, fc.nat(7200), fc.integer({ min: -900, max: 900 }), (scanned, seconds, ago, lie) => {
      const now = scanned + ago * 1000;
      expect(stepWasShown(stepAt(scanned, seconds), now, ago, seconds)).toBe(true);
      if (Math.abs(lie) >= 3 * seconds) expect(stepWasShown(stepAt(scanned, seconds), now, ago + lie, seconds)).toBe(false);
    }));
  });

  it('of the future never counts', () => {
    fc.assert(fc.property(instants, steps, (now, seconds) => {
      const next = stepAt(now, seconds) + 1;
      expect(stepCounts(next, now, seconds) || stepWasShown(next, now, 0, seconds)).toBe(false);
    }));
  });
});

describe('a code', () => {
  it('has six digits whatever the number', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => { expect(digitsOf(value)).toMatch(/^\d{6}$/); }));
    expect(digitsOf(7)).toBe('000007');
  });

  it('is read from the address that is shown', () => {
    fc.assert(fc.property(fc.nat(3_000_000_000), fc.stringMatching(/^[\w-]{16}$/), (step, mac) => {
      expect(parseCode(codeUrl('https://jenjang.example', session, tokenText(step, mac)))).toEqual({ kind: 'token', sessionId: session, step, mac });
      expect(parseCode(tokenText(step, mac))).toEqual({ kind: 'token', sessionId: null, step, mac });
    }));
  });

  it.each([
    ['482913', { kind: 'digits', digits: '482913' }], [' 482 913 ', { kind: 'digits', digits: '482913' }], ['482-913', { kind: 'digits', digits: '482913' }],
    ['48291', null], ['4829131', null], ['', null], ['https://contoh.example/', null], [`https://contoh.example/hadir/${session}`, null], ['1.pendek', null],
  ])('%j', (text, code) => {
    expect(parseCode(text)).toEqual(code);
  });
});
