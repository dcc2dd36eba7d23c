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
const memoisedChunks = 4000;
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
  const shape = memoised((chunk) => shapeChunk(font, chunk));
  const advance = memoised((chunk) => shape(chunk).advanceWidth / font.unitsPerEm);
  return {
    source: Object.create(font, {
      layout: { value: (chunk: string) => withOwnPositions(shape(chunk)) },
    }) as Font,
    widthOf: (text, size) => chunksOf(text).reduce((sum, chunk) => sum + advance(chunk), 0) * size,
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

/** The pieces that PDFKit shapes one by one: words with the space behind them. Both sides then share the memo. */
const chunksOf = (text: string): readonly string[] => text.match(/[^ ]* |[^ ]+$/g) ?? [];

function memoised<T>(make: (chunk: string) => T): (chunk: string) => T {
  const memo = new Map<string, T>();
  return (chunk) => {
    const known = memo.get(chunk);
    if (known !== undefined) return known;
    if (memo.size >= memoisedChunks) memo.clear();
    const made = make(chunk);
    memo.set(chunk, made);
    return made;
  };
}

/** The space is shaped apart, because this font's kerning would pull `1 – 5` together on one side only. */
function shapeChunk(font: Font, chunk: string): Run {
  const runs = [chunk.trimEnd(), chunk.endsWith(' ') ? ' ' : ''].map((part) =>
    font.layout(part, shaping, 'latn'),
  );
  return {
    glyphs: runs.flatMap((run) => run.glyphs),
    positions: runs.flatMap((run) => run.positions),
    advanceWidth: runs.reduce((sum, run) => sum + run.advanceWidth, 0),
  };
}

function withOwnPositions({ glyphs, positions, advanceWidth }: Run): Run {
  const copies = positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({
    xAdvance,
    yAdvance,
    xOffset,
    yOffset,
  }));
  return { glyphs, positions: copies, advanceWidth };
}
