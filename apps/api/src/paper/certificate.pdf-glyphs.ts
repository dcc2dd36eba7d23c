import type { CertificateSnapshot } from '@jenjang/shared';
import { loadTypefaces } from './certificate.fonts.js';
import type { Typefaces } from './certificate.fonts.js';

/** Printed where a character has no glyph. Indonesian has no other use for it, so it is never read as text. */
export const missingMark = '¿';

/** Signs that look the same on paper as one the font has: hyphens, and the apostrophes of Arabic names. */
const lookalikes: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '–',
  '\u02bc': '’',
  '\u02be': '’',
  '\u02bb': '‘',
  '\u02bf': '‘',
  '\u2032': '’',
};

/** Facts that are not set as text: addresses and codes, or never printed by this layout. */
const unprinted: ReadonlySet<string> = new Set([
  'verifyUrl',
  'code',
  'birthPlace',
  'birthDate',
  'positionKind',
]);

/** A snapshot that the fonts can draw, and what had to be replaced in it, in order of first appearance. */
export interface Drawable {
  readonly snapshot: CertificateSnapshot;
  readonly missing: readonly string[];
}

/**
 * The characters of a snapshot that cannot be printed and would appear as `¿`. Public Sans covers Latin with its
 * diacritics; Arabic, Chinese and emoji are not in it and no other font is shipped. Empty for a clean snapshot.
 */
export async function missingGlyphs(snapshot: CertificateSnapshot): Promise<readonly string[]> {
  return makeDrawable(snapshot, await loadTypefaces()).missing;
}

/** Replaces every character that the fonts lack, everywhere in the snapshot. */
export function makeDrawable(snapshot: CertificateSnapshot, faces: Typefaces): Drawable {
  const { value, missing } = drawableCopy(snapshot, faces, unprinted);
  return { snapshot: value, missing };
}

/** A copy that the fonts can draw, of anything made of plain records; texts under the keys `kept` stay as they are. */
export function drawableCopy<Value>(value: Value, { regular, semibold }: Typefaces, kept: ReadonlySet<string>): { value: Value; missing: readonly string[] } {
  const missing = new Set<string>();
  const has = (sign: string) => {
    const codePoint = sign.codePointAt(0) ?? 0;
    return regular.covers(codePoint) && semibold.covers(codePoint);
  };
  const drawable = mapTexts(value, (text) => drawableText(text, has, missing), kept);
  return { value: drawable as Value, missing: [...missing] };
}

/** Composes diacritics, drops invisible controls, squeezes white space, and marks what `has` does not know. */
export function drawableText(text: string, has: (sign: string) => boolean, missing: Set<string>): string {
  const visible = text
    .replace(/\p{Cs}/gu, '\ufffd')
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const drawn = Array.from(visible.replace(/[\p{Cc}\s]+/gu, ' '), (sign: string) => {
    const known = lookalikes[sign] ?? sign;
    if (has(known)) return known;
    missing.add(sign);
    return missingMark;
  });
  return drawn.join('').trim();
}

function mapTexts(value: unknown, change: (text: string) => string, kept: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change, kept));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, kept.has(key) ? item : mapTexts(item, change, kept)]),
  );
}
