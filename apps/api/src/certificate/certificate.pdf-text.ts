/** Width of a text at one point size; widths grow in proportion to the size. */
export type Measure = (text: string) => number;

/** Room for a text: points across, and how many lines are allowed down. */
export interface Room {
  readonly width: number;
  readonly maxLines: number;
  /** Preferred size in points. */
  readonly size: number;
  /** Size below which words are broken rather than made smaller. */
  readonly minSize: number;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

const step = 0.5;

/**
 * Sets a text as large as its room allows: whole words first, down to `minSize`; then long words are broken; only
 * when that does not help either does it go below `minSize`. Nothing is ever cut off.
 */
export function fitText(text: string, room: Room, measure: Measure): FittedText {
  for (let size = room.size; size >= room.minSize; size -= step) {
    const lines = wrapText(text, room.width / size, measure, { breakWords: false });
    if (lines && lines.length <= room.maxLines) return { size, lines: balance(lines, text, measure) };
  }
  for (let size = room.minSize; ; size *= 0.96) {
    const lines = wrapText(text, room.width / size, measure, { breakWords: true }) ?? [text];
    if (lines.length <= room.maxLines) return { size, lines };
  }
}

/** Fills lines greedily with words. Null when a word is wider than the line and may not be broken. */
export function wrapText(
  text: string,
  width: number,
  measure: Measure,
  { breakWords }: { readonly breakWords: boolean },
): string[] | null {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    if (measure(word) > width && !breakWords) return null;
    const pieces = breakWord(word, width, measure);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, line];
}

/** Cuts a word into pieces that fit; a single letter stays whole however narrow the line. */
function breakWord(word: string, width: number, measure: Measure): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece && measure(piece + letter) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** Two lines look calm when they are about equally long. */
function balance(lines: readonly string[], text: string, measure: Measure): readonly string[] {
  if (lines.length !== 2) return lines;
  const words = text.split(' ');
  const splits = words
    .slice(1)
    .map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')]);
  const longest = (split: readonly string[]) => Math.max(...split.map(measure));
  return splits.reduce((best, split) => (longest(split) < longest(best) ? split : best), [...lines]);
}
