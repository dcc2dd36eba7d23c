import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkCode, codeAlphabet, encodeCode, formatCode, normaliseCode } from './code.rules.js';

const anyBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const anyCode = anyBytes.map(encodeCode);

/** CRC-10 as long division of the whole number, to check the register by other arithmetic. */
function longDivision(bytes: Uint8Array): number {
  let rest = BigInt(`0x${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`) << 10n;
  for (let bit = 79n; bit >= 0n; bit -= 1n) {
    if ((rest >> (bit + 10n)) & 1n) rest ^= 0x633n << bit;
  }
  return Number(rest);
}

describe('a verification code', () => {
  it('has 18 characters that the database takes, and is found right', () => {
    fc.assert(fc.property(anyBytes, (bytes) => {
      const code = encodeCode(bytes);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{18}$/);
      expect(checkCode(code)).toEqual({ normalized: code, problem: null });
    }));
  });

  it('carries its bytes and the remainder of their division', () => {
    fc.assert(fc.property(anyBytes, (bytes) => {
      const value = [...encodeCode(bytes)].reduce((sum, character) => sum * 32n + BigInt(codeAlphabet.indexOf(character)), 0n);
      expect((value >> 10n).toString(16).padStart(20, '0')).toBe(Buffer.from(bytes).toString('hex'));
      expect(Number(value & 1023n)).toBe(longDivision(bytes));
    }));
  });

  it.each([
    [new Uint8Array(10), '000000000000000000'],
    [Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 1), '0000000000000001HK'],
    [new Uint8Array(10).fill(255), 'ZZZZZZZZZZZZZZZZ'],
  ])('%# is as computed by hand', (bytes, start) => {
    expect(encodeCode(bytes).startsWith(start)).toBe(true);
  });

  it('differs for different bytes', () => {
    fc.assert(fc.property(anyBytes, anyBytes, (one, other) => expect(encodeCode(one) === encodeCode(other)).toBe(Buffer.compare(one, other) === 0)));
  });
});

describe('a mistyped code', () => {
  it('is found out by every single wrong character', () => {
    fc.assert(fc.property(anyCode, (code) => {
      const wrong = Array.from(code).flatMap((right, at) => Array.from(codeAlphabet).filter((character) => character !== right).map((character) => code.slice(0, at) + character + code.slice(at + 1)));
      expect(wrong).toHaveLength(18 * 31);
      expect(wrong.filter((typed) => checkCode(typed).problem !== 'check')).toEqual([]);
    }));
  });

  it('is found out by every swap of neighbours', () => {
    fc.assert(fc.property(anyCode, (code) => {
      for (let at = 1; at < code.length; at += 1) {
        const swapped = code.slice(0, at - 1) + code[at]! + code[at - 1]! + code.slice(at + 1);
        expect(checkCode(swapped).problem).toBe(swapped === code ? null : 'check');
      }
    }), { numRuns: 500 });
  });

  it.each([
    ['', 'length'], ['7K3M', 'length'], ['0000000000000000000', 'length'], ['00000000000000000U', 'alphabet'], ['00000000000000000!', 'alphabet'],
    ['00000000000000000Ω', 'alphabet'], ['000000000000000001', 'check'], ['800.1.4/0007/DLA.03', 'length'],
  ] as const)('%s: %s', (text, problem) => {
    expect(checkCode(text)).toEqual({ normalized: null, problem });
  });

  it('is answered whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const { normalized, problem } = checkCode(text);
      expect(normalized === null).toBe(problem !== null);
    }));
  });
});

describe('a code as printed', () => {
  it('is read back from its groups, in any case, with any dashes', () => {
    fc.assert(fc.property(anyCode, (code) => {
      expect(formatCode(code)).toMatch(/^(.{4}-){4}.{2}$/);
      for (const typed of [formatCode(code), formatCode(code).toLowerCase(), ` ${formatCode(code).replaceAll('-', ' – ')} `, code.replaceAll('1', 'l').replaceAll('0', 'o'), code.replaceAll('1', 'I')]) {
        expect(checkCode(typed).normalized).toBe(code);
      }
    }));
  });

  it('is grouped by four', () => {
    expect(formatCode('7K3M9QXT2FHAVB5N9X')).toBe('7K3M-9QXT-2FHA-VB5N-9X');
    expect(formatCode('')).toBe('');
    expect(normaliseCode(' 7k3m-9qxt ')).toBe('7K3M9QXT');
  });
});
