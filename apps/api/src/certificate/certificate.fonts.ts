import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Font, GlyphRun } from 'fontkit';

/** What PDFKit reads of a run. It scales the positions in place, so every caller needs its own copies. */
type Run = Pick<GlyphRun, 'glyphs' | 'positions' | 'advanceWidth'>;

/** One weight of Public Sans (SIL Open Font License 1.1), shared by all documents of the process. */
export interface Typeface {
  /** The fontkit object that PDFKit embeds a subset of. */
  readonly source: Font;
  /** Width in points of a text set in `size` points. */
  widthOf(text: string, size: number): number;
  covers(codePoint: number): boolean;
}

export interface Typefaces {
  readonly regular: Typeface;
  readonly semibold: Typeface;
}

/** Bounds the memory of the layout memo: about one batch's distinct words. */
const memoisedRuns = 4000;
/** Ligatures would come out of a text search as one odd character; figures stay equally wide as on screen. */
const shaping = { liga: false, tnum: true };

let loading: Promise<Typefaces> | undefined;

/** Loads both weights once. Nothing is read before the first certificate, so an idle process stays small. */
export function loadTypefaces(): Promise<Typefaces> {
  return (loading ??= readTypefaces());
}

async function readTypefaces(): Promise<Typefaces> {
  const [regular, semibold] = await Promise.all([
    openTypeface('400Regular/PublicSans_400Regular.ttf'),
    openTypeface('600SemiBold/PublicSans_600SemiBold.ttf'),
  ]);
  return { regular, semibold };
}

async function openTypeface(file: string): Promise<Typeface> {
  const fontkit = await import('fontkit');
  const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/public-sans/${file}`));
  const font = fontkit.create(await readFile(path));
  if (!('layout' in font)) throw new Error(`${path} holds a collection, not one font`);
  fixCodePoints(font);
  const layout = memoisedLayout(font);
  return {
    source: Object.create(font, { layout: { value: layout } }) as Font,
    widthOf: (text, size) => (layout(text).advanceWidth * size) / font.unitsPerEm,
    covers: (codePoint) => font.hasGlyphForCodePoint(codePoint),
  };
}

/**
 * fontkit remembers for each glyph the characters it was first asked for, and these become the text layer of the
 * PDF. Asking for all of them in one fixed order keeps the bytes independent of what was drawn before.
 */
function fixCodePoints(font: Font): void {
  for (const codePoint of [...font.characterSet].sort((a, b) => a - b)) font.glyphForCodePoint(codePoint);
}

function memoisedLayout(font: Font): (text: string) => Run {
  const memo = new Map<string, Run>();
  return (text) => {
    let run = memo.get(text);
    if (!run) {
      if (memo.size >= memoisedRuns) memo.clear();
      const { glyphs, positions, advanceWidth } = font.layout(text, shaping, 'latn');
      run = { glyphs, positions, advanceWidth };
      memo.set(text, run);
    }
    return { ...run, positions: run.positions.map((position) => ({ ...position })) };
  };
}
