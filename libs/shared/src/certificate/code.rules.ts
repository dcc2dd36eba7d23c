/** Crockford's base 32: no I, L, O and U, which are misread or misspoken. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters of a verification code: 16 for 80 random bits, 2 to check them. */
export const codeLength = 18;

/** CRC-10 with the polynomial 0x233: as its remainder finds every burst of up to ten bits, it finds every wrong character and every swap of neighbours. */
const polynomial = 0x233;
const checkBits = 10;

export type CodeProblem = 'length' | 'alphabet' | 'check';

export interface CheckedCode {
  /** The code in its one stored form, or null when it cannot be one. */
  readonly normalized: string | null;
  readonly problem: CodeProblem | null;
}

/** The verification code of ten random bytes. The bytes must come from a cryptographic source: the code is all that guards a certificate from being guessed. */
export function encodeCode(randomBytes: Uint8Array): string {
  const bits = [...randomBytes].flatMap((byte) => bitsOf(byte, 8));
  return charactersOf([...bits, ...bitsOf(remainderOf(bits), checkBits)]);
}

/** Upper case, without spaces and hyphens, with what people read for digits turned back: I and L are 1, O is 0. */
export function normaliseCode(text: string): string {
  return text.replace(/[\s\-\u2010-\u2015]/gu, '').toUpperCase().replace(/[IL]/g, '1').replaceAll('O', '0');
}

/** Tells, without any look-up, whether a typed code can be one. */
export function checkCode(text: string): CheckedCode {
  const code = normaliseCode(text);
  if (code.length !== codeLength) return { normalized: null, problem: 'length' };
  const values = [...code].map((character) => codeAlphabet.indexOf(character));
  if (values.includes(-1)) return { normalized: null, problem: 'alphabet' };
  // Over the random bits and their remainder together, nothing must remain.
  const remainder = remainderOf(values.flatMap((value) => bitsOf(value, 5)));
  return remainder === 0 ? { normalized: code, problem: null } : { normalized: null, problem: 'check' };
}

/** In groups of four, as printed: `7K3M-9QXT-2FHA-VB5N-9X`. */
export function formatCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}

function remainderOf(bits: readonly number[]): number {
  return bits.reduce((register, bit) => {
    const carry = (register >> (checkBits - 1)) ^ bit;
    return ((register << 1) & ((1 << checkBits) - 1)) ^ (carry === 1 ? polynomial : 0);
  }, 0);
}

function bitsOf(value: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => (value >> (count - 1 - index)) & 1);
}

function charactersOf(bits: readonly number[]): string {
  return Array.from({ length: bits.length / 5 }, (_, index) => codeAlphabet[bits.slice(index * 5, index * 5 + 5).reduce((value, bit) => value * 2 + bit, 0)]).join('');
}
