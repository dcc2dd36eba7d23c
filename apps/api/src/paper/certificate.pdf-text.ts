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

interface Word {
  readonly text: string;
  readonly width: number;
}

const step = 0.5;

/**
 * Sets a text as large as its room allows: whole words first, down to `minSize`; then long words are broken; only
 * when that does not help either does it go below `minSize`. Nothing is ever cut off.
 */
export function fitText(text: string, room: Room, measure: Measure): FittedText {
  const words = measureWords(text, measure);
  for (let size = room.size; size >= room.minSize; size -= step) {
    const lines = fill(words, room.width / size, measure, false);
    if (lines && lines.length <= room.maxLines) return { size, lines: balance(lines, words, measure(' ')) };
  }
  // Full lines without a gap would need this size; starting there spares an endless word its many sizes.
  const largest = (room.width * room.maxLines) / measure(text);
  for (let size = Math.min(room.minSize, largest); ; size *= 0.96) {
    const lines = fill(words, room.width / size, measure, true) ?? [text];
    if (lines.length <= room.maxLines) return { size, lines };
  }
}

/** Fills lines of a width (at one point size) with words; a word wider than a line is broken. */
export function wrapText(text: string, width: number, measure: Measure): readonly string[] {
  return fill(measureWords(text, measure), width, measure, true) ?? [text];
}

const measureWords = (text: string, measure: Measure): readonly Word[] =>
  text.split(' ').map((word) => ({ text: word, width: measure(word) }));

/** Null when a word is wider than the line and may not be broken. */
function fill(words: readonly Word[], width: number, measure: Measure, mayBreak: boolean): string[] | null {
  const space = measure(' ');
  const lines: string[] = [];
  let line: Word | null = null;
  for (const word of words) {
    if (line && line.width + space + word.width <= width) {
      line = { text: `${line.text} ${word.text}`, width: line.width + space + word.width };
      continue;
    }
    if (line) lines.push(line.text);
    if (word.width > width && !mayBreak) return null;
    const pieces = breakWord(word, width, measure);
    line = pieces.pop() ?? null;
    lines.push(...pieces.map((piece) => piece.text));
  }
  return line ? [...lines, line.text] : lines;
}

/** Cuts a word into pieces that fit; a single letter stays whole however narrow the line. */
function breakWord(word: Word, width: number, measure: Measure): Word[] {
  if (word.width <= width) return [word];
  const pieces: Word[] = [];
  let piece: Word = { text: '', width: 0 };
  for (const letter of word.text) {
    const advance = measure(letter);
    if (piece.text && piece.width + advance > width) {
      pieces.push(piece);
      piece = { text: '', width: 0 };
    }
    piece = { text: piece.text + letter, width: piece.width + advance };
  }
  return [...pieces, piece];
}

/** Two lines look calm when they are about equally long. */
function balance(lines: readonly string[], words: readonly Word[], space: number): readonly string[] {
  if (lines.length !== 2) return lines;
  const total = words.reduce((sum, word) => sum + word.width + space, -space);
  let [first, best, at] = [0, Infinity, 0];
  for (const [index, word] of words.slice(0, -1).entries()) {
    first += word.width + space;
    const longer = Math.max(first - space, total - first);
    if (longer < best) [best, at] = [longer, index + 1];
  }
  const textOf = (part: readonly Word[]) => part.map((word) => word.text).join(' ');
  return [textOf(words.slice(0, at)), textOf(words.slice(at))];
}
