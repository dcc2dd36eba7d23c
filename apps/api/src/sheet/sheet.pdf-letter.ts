import type { DocumentPerson, DocumentSnapshot } from '@jenjang/shared';
import { colours, type Pen } from '../paper/index.js';
import { attachmentSheets } from './sheet.pdf-list.js';
import { drawFacts, drawFoot, drawHeading, drawLetterhead, drawSignature, margin, sizes, styles, type Sheet } from './sheet.pdf-page.js';
import { factsOf, taskOf } from './sheet.wording.js';

const { width } = sizes.portrait;
const textWidth = width - 2 * margin;
const leading = 15;

/** Assignment letters: one for all with their names attached, or one each under a number of its own. */
export function letterSheets(pen: Pen, snapshot: DocumentSnapshot): readonly Sheet[] {
  if (snapshot.form === 'each') return snapshot.people.map((person) => sheetFor(snapshot, [person], person.number));
  const [only] = snapshot.people;
  if (only && snapshot.people.length === 1) return [sheetFor(snapshot, [only], snapshot.number)];
  return [sheetFor(snapshot, [], snapshot.number), ...attachmentSheets(pen, snapshot)];
}

function sheetFor(snapshot: DocumentSnapshot, named: readonly DocumentPerson[], number: string | null): Sheet {
  return { orientation: 'portrait', draw: (pen) => drawLetter(pen, snapshot, named, number) };
}

function drawLetter(pen: Pen, snapshot: DocumentSnapshot, named: readonly DocumentPerson[], number: string | null): void {
  let y = drawHeading(pen, 'SURAT TUGAS', number, drawLetterhead(pen, snapshot, 'portrait'), width) + 10;
  if (snapshot.grounds.length > 0) y = drawGrounds(pen, snapshot.grounds, y) + 6;
  pen.tag('H2', {}, () => pen.text('MENUGASKAN', width / 2, y + 6, { weight: 'semibold', size: 11, colour: colours.ink, align: 'center', spacing: 1 }));
  y = drawParagraph(pen, 'Kepada', y + 30) + 2;
  y = named.length > 0
    ? named.reduce((top, person) => drawFacts(pen, factsOf(person), margin + 18, top, textWidth - 18), y)
    : drawParagraph(pen, `${String(snapshot.people.length)} orang sebagaimana tercantum dalam lampiran surat tugas ini.`, y, 18);
  y = drawParagraph(pen, 'Untuk', y + 10) + 2;
  y = drawParagraph(pen, taskOf(snapshot), y, 18);
  y = drawParagraph(pen, 'Demikian surat tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab dan dilaporkan hasilnya.', y + 12);
  drawSignature(pen, snapshot, y + 26, width);
  drawFoot(pen, { reference: `Surat tugas ${number ?? ''}`, page: 1, of: 1 }, 'portrait');
}

function drawGrounds(pen: Pen, grounds: readonly string[], y: number): number {
  const top = drawParagraph(pen, 'Dasar', y) + 2;
  return grounds.reduce((line, ground, at) => drawParagraph(pen, `${String(at + 1)}. ${ground}`, line, 18), top);
}

/** @returns where the text goes on. */
function drawParagraph(pen: Pen, text: string, y: number, indent = 0): number {
  const lines = pen.wrap(text, textWidth - indent, styles.text);
  pen.tag('P', {}, () => pen.lines(lines, margin + indent, y, leading, styles.text));
  return y + lines.length * leading;
}
