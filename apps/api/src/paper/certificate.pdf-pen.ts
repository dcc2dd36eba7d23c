import type { Typefaces } from './certificate.fonts.js';
import { fitText, wrapText } from './certificate.pdf-text.js';
import type { FittedText, Measure, Room } from './certificate.pdf-text.js';

/** A4 landscape in points. */
export const paper = { width: 841.89, height: 595.28 };

/** The product's tokens, on paper. */
export const colours = {
  ink: '#0f1b2d',
  text: '#1f2a3a',
  muted: '#55616f',
  line: '#c3ccd8',
  hairline: '#e1e7ee',
  paleFar: '#fafcfe',
  paleNear: '#f4f8fc',
  navy: '#083f73',
  goldText: '#8a5a00',
  gold: '#f3c14b',
  goldLine: '#d9a93c',
  white: '#ffffff',
} as const;

export type Weight = keyof Typefaces;

export interface TextStyle {
  readonly weight: Weight;
  readonly size: number;
  readonly colour: string;
  readonly align?: 'left' | 'center' | 'right';
  /** Extra points between letters. */
  readonly spacing?: number;
}

/** Attributes a screen reader hears: what a figure shows, the true text behind replaced letters, the language. */
export interface Spoken {
  readonly alt?: string;
  readonly actual?: string;
  readonly lang?: string;
  readonly scope?: 'Column' | 'Row';
}

/** Draws tagged text and shapes. Everything on a page is either part of the structure or marked as decoration. */
export class Pen {
  readonly doc: PDFKit.PDFDocument;
  private readonly faces: Typefaces;
  private parent: PDFKit.PDFStructureElement;

  constructor(doc: PDFKit.PDFDocument, faces: Typefaces) {
    this.doc = doc;
    this.faces = faces;
    this.parent = doc.struct('Document');
    doc.addStructure(this.parent);
  }

  /** A leaf of the structure, in reading order: a heading, a paragraph, a figure. */
  tag(type: string, spoken: Spoken, draw: () => void): void {
    this.parent.add(this.doc.struct(type, spoken, draw));
  }

  /** A branch of the structure: what is tagged inside `draw` belongs to it. */
  group(type: string, draw: () => void): void {
    const outer = this.parent;
    const branch = this.doc.struct(type);
    outer.add(branch);
    this.parent = branch;
    draw();
    branch.end();
    this.parent = outer;
  }

  /** Lines and ornaments, which a screen reader passes over. */
  readonly decorate = (draw: () => void): void => {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  };

  /** One line of text; `x` is its left edge, middle or right edge according to `align`, `y` its baseline. */
  text(text: string, x: number, y: number, style: TextStyle): void {
    const width = this.widthOf(text, style);
    const left = style.align === 'center' ? x - width / 2 : style.align === 'right' ? x - width : x;
    const options = { lineBreak: false, baseline: 'alphabetic', textWidth: width, wordCount: 1 } as const;
    this.doc
      .font(style.weight)
      .fontSize(style.size)
      .fillColor(style.colour)
      // The closing space keeps lines apart for those who hear or copy the page.
      .text(`${text} `, left, y, { ...options, characterSpacing: style.spacing ?? 0 });
  }

  /** One line of text, made smaller when it is wider than `width`. */
  textWithin(width: number, text: string, x: number, y: number, style: TextStyle): void {
    const scale = Math.min(1, width / this.widthOf(text, style));
    this.text(text, x, y, { ...style, size: style.size * scale, spacing: (style.spacing ?? 0) * scale });
  }

  /** Lines below one another, the first with its baseline at `y`. */
  lines(lines: readonly string[], x: number, y: number, leading: number, style: TextStyle): void {
    lines.forEach((line, at) => this.text(line, x, y + at * leading, style));
  }

  widthOf(text: string, style: Pick<TextStyle, 'weight' | 'size' | 'spacing'>): number {
    const gaps = Math.max(0, [...text].length - 1);
    return this.faces[style.weight].widthOf(text, style.size) + gaps * (style.spacing ?? 0);
  }

  /** Sets a text as large as its room allows; see `fitText`. */
  fit(text: string, room: Room, weight: Weight): FittedText {
    return fitText(text, room, this.measure(weight));
  }

  /** On one line as long as `oneLine` allows whole words at its sizes, otherwise as `more` says. */
  fitOneLineOr(more: Room, text: string, oneLine: Omit<Room, 'maxLines'>, weight: Weight): FittedText {
    const single = this.fit(text, { ...oneLine, maxLines: 1 }, weight);
    return single.size >= oneLine.minSize ? single : this.fit(text, more, weight);
  }

  /** Breaks a text into lines of at most `width` points; a word longer than a line is broken. */
  wrap(text: string, width: number, style: Pick<TextStyle, 'weight' | 'size'>): readonly string[] {
    return wrapText(text, width / style.size, this.measure(style.weight));
  }

  rule(x1: number, x2: number, y: number, colour: string, thickness = 0.5): void {
    this.doc.lineWidth(thickness).strokeColor(colour).moveTo(x1, y).lineTo(x2, y).stroke();
  }

  end(): void {
    this.parent.end();
  }

  /** Width at one point size. */
  private measure(weight: Weight): Measure {
    return (text) => this.faces[weight].widthOf(text, 1);
  }
}
