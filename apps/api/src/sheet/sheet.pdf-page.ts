import type { DocumentSnapshot, Orientation } from '@jenjang/shared';
import { colours, signatoryDetails, type Pen, type TextStyle } from '../paper/index.js';
import { placeAndDate, type Fact } from './sheet.wording.js';

/** One page to draw. The number of all pages is known before the first is drawn, so each can say which it is. */
export interface Sheet {
  readonly orientation: Orientation;
  draw(pen: Pen): void;
}

/** Distance of text from the edge of the paper, in points. */
export const margin = 50;

export const sizes: Readonly<Record<Orientation, { readonly width: number; readonly height: number }>> = {
  portrait: { width: 595.28, height: 841.89 }, landscape: { width: 841.89, height: 595.28 },
};

/** Points that the signature at the end of a paper takes. */
export const signatureHeight = 122;

export const styles = {
  text: { weight: 'regular', size: 10.5, colour: colours.text },
  strong: { weight: 'semibold', size: 10.5, colour: colours.ink },
  small: { weight: 'regular', size: 8.5, colour: colours.muted },
} as const satisfies Record<string, TextStyle>;

/** The head of a letter: whose it is. @returns where the text goes on. */
export function drawLetterhead(pen: Pen, { agency, issuer }: DocumentSnapshot, orientation: Orientation): number {
  const { width } = sizes[orientation];
  const room = width - 2 * margin;
  pen.tag('P', {}, () => {
    pen.textWithin(room, agency.name.toLocaleUpperCase('id-ID'), width / 2, 62, { weight: 'semibold', size: 14, colour: colours.ink, align: 'center' });
    if (issuer !== agency.name) pen.textWithin(room, issuer, width / 2, 79, { weight: 'semibold', size: 11, colour: colours.ink, align: 'center' });
  });
  const bottom = issuer === agency.name ? 76 : 92;
  pen.decorate(() => {
    pen.rule(margin, width - margin, bottom, colours.ink, 1.6);
    pen.rule(margin, width - margin, bottom + 3, colours.ink, 0.5);
  });
  return bottom + 26;
}

/** Heading in the middle with the number below. @returns where the text goes on. */
export function drawHeading(pen: Pen, heading: string, number: string | null, y: number, width: number): number {
  pen.tag('H1', {}, () => pen.text(heading, width / 2, y, { weight: 'semibold', size: 13, colour: colours.ink, align: 'center', spacing: 0.6 }));
  if (number === null) return y + 22;
  pen.tag('P', {}, () => pen.text(`Nomor: ${number}`, width / 2, y + 15, { ...styles.text, align: 'center' }));
  return y + 38;
}

/** Labels and values below one another. @returns where the text goes on. */
export function drawFacts(pen: Pen, facts: readonly Fact[], x: number, y: number, width: number): number {
  const indent = 96;
  let top = y;
  for (const [label, value] of facts) {
    const lines = pen.wrap(value, width - indent - 10, styles.text);
    pen.tag('P', {}, () => {
      pen.text(label, x, top, styles.text);
      pen.text(':', x + indent, top, styles.text);
      pen.lines(lines, x + indent + 10, top, 14, styles.text);
    });
    top += lines.length * 14 + 2;
  }
  return top;
}

/** Place and date, who signs, and room for the signature. */
export function drawSignature(pen: Pen, snapshot: DocumentSnapshot, y: number, pageWidth: number): void {
  const { signatory } = snapshot;
  const width = 220;
  const x = pageWidth - margin - width;
  const office = signatory ? pen.wrap(`${signatory.position},`, width, styles.text) : ['Panitia penyelenggara,'];
  pen.tag('P', {}, () => {
    pen.textWithin(width, placeAndDate(snapshot), x, y, styles.text);
    pen.lines(office, x, y + 14, 13, styles.text);
  });
  const below = y + 14 + office.length * 13 + 48;
  pen.tag('P', {}, () => {
    pen.textWithin(width, signatory?.name ?? '………………………………………', x, below, styles.strong);
    (signatory ? signatoryDetails(signatory.rank, signatory.nip) : []).forEach((detail, at) => pen.textWithin(width, detail, x, below + 12 + at * 11, styles.small));
  });
}

/** Which page of how many, with what the paper is, so that a loose sheet finds its way back. */
export function drawFoot(pen: Pen, { reference, page, of }: { readonly reference: string; readonly page: number; readonly of: number }, orientation: Orientation): void {
  const { width, height } = sizes[orientation];
  const y = height - 30;
  pen.decorate(() => pen.rule(margin, width - margin, y - 12, colours.hairline));
  pen.tag('P', {}, () => {
    pen.textWithin(width - 2 * margin - 110, reference, margin, y, styles.small);
    pen.text(`Halaman ${String(page)} dari ${String(of)}`, width - margin, y, { ...styles.small, align: 'right' });
  });
}
