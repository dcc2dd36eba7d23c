import { enrolmentStateLabels, formatNumber, type MinutesLine, type MinutesSnapshot } from '@jenjang/shared';
import { colours, loadTypefaces, Pen, type TextStyle, type Typefaces } from '../paper/index.js';
import { criteriaOf, minutesWords, openingOf, totalsOf } from './minutes.labels.js';

const page = { width: 595.28, height: 841.89, left: 48, right: 547.28, top: 52, bottom: 786 };
const size = 9;
const leading = 12;
const cell = { size: 7.5, leading: 9.5, padding: 4 };
/** Left edges of the columns; the last one ends at the margin. */
const columns = [page.left, 72, 206, 338, 372, 408, 446, 476];

const body: TextStyle = { weight: 'regular', size, colour: colours.text };
const strong: TextStyle = { weight: 'semibold', size, colour: colours.ink };
const small: TextStyle = { weight: 'regular', size: cell.size, colour: colours.text };
const head: TextStyle = { weight: 'semibold', size: cell.size, colour: colours.muted };

/** Where the next line goes. */
interface Sheet {
  readonly pen: Pen;
  readonly clean: (text: string) => string;
  y: number;
}

/** Draws the minutes of a selection from their snapshot and nothing else; the same snapshot gives the same bytes. A4 upright. */
export async function renderMinutes(snapshot: MinutesSnapshot): Promise<Uint8Array> {
  const faces = await loadTypefaces();
  const doc = await openDocument(snapshot, faces);
  const bytes = collect(doc);
  const pen = new Pen(doc, faces);
  const sheet: Sheet = { pen, clean: (text) => drawable(text, faces), y: page.top };
  drawHead(sheet, snapshot);
  drawCriteria(sheet, snapshot);
  drawResults(sheet, snapshot);
  drawChoices(sheet, snapshot);
  drawCommittee(sheet, snapshot);
  numberPages(pen, snapshot.number);
  pen.end();
  doc.end();
  return bytes;
}

async function openDocument({ number, agency, writtenAt }: MinutesSnapshot, faces: Typefaces): Promise<PDFKit.PDFDocument> {
  const { default: PDFDocument } = await import('pdfkit');
  const info = { Title: `${minutesWords.heading} ${number}`.replace(/[&<>]/g, ' '), Author: agency.name.replace(/[&<>]/g, ' '), Creator: 'Jenjang', Producer: 'Jenjang, PDFKit', CreationDate: new Date(writtenAt) };
  const doc = new PDFDocument({ size: 'A4', margin: 0, compress: false, pdfVersion: '1.7', tagged: true, lang: 'id-ID', displayTitle: true, bufferPages: true, font: null as never, info });
  for (const weight of ['regular', 'semibold'] as const) doc.registerFont(weight, faces[weight].source as never);
  return doc;
}

function drawHead(sheet: Sheet, snapshot: MinutesSnapshot): void {
  const middle = page.width / 2;
  const { pen, clean } = sheet;
  pen.tag('P', {}, () => pen.textWithin(480, clean(snapshot.agency.name.toUpperCase()), middle, sheet.y, { ...strong, size: 11, align: 'center' }));
  pen.decorate(() => pen.rule(page.left, page.right, sheet.y + 10, colours.navy, 1));
  pen.tag('H1', {}, () => pen.text(minutesWords.heading, middle, sheet.y + 36, { ...strong, size: 13, colour: colours.navy, align: 'center' }));
  pen.tag('P', {}, () => pen.text(clean(minutesWords.number(snapshot.number)), middle, sheet.y + 52, { ...body, align: 'center' }));
  sheet.y += 78;
  paragraph(sheet, openingOf(snapshot));
}

function drawCriteria(sheet: Sheet, snapshot: MinutesSnapshot): void {
  heading(sheet, minutesWords.criteria);
  criteriaOf(snapshot).forEach((criterion, index) => { paragraph(sheet, `${String(index + 1)}. ${criterion}`, 8); });
}

function drawResults(sheet: Sheet, snapshot: MinutesSnapshot): void {
  heading(sheet, minutesWords.results);
  paragraph(sheet, totalsOf(snapshot));
  sheet.y += 4;
  sheet.pen.group('Table', () => {
    drawColumns(sheet);
    for (const line of snapshot.lines) drawLine(sheet, line);
  });
  sheet.y += 8;
}

function drawColumns(sheet: Sheet): void {
  const { pen } = sheet;
  pen.group('TR', () => {
    minutesWords.columns.forEach((word, at) => {
      const lines = pen.wrap(word, widthOf(at), head);
      pen.tag('TH', { scope: 'Column' }, () => pen.lines(lines, columns[at] ?? 0, sheet.y + cell.size, cell.leading, head));
    });
  });
  sheet.y += 2 * cell.leading + cell.padding;
  pen.decorate(() => pen.rule(page.left, page.right, sheet.y, colours.navy, 0.8));
}

function drawLine(sheet: Sheet, line: MinutesLine): void {
  const { pen } = sheet;
  const cells = cellsOf(line).map((text, at) => text.flatMap((part) => pen.wrap(sheet.clean(part), widthOf(at), small)));
  const height = Math.max(...cells.map(({ length }) => length)) * cell.leading + cell.padding * 2;
  if (sheet.y + height > page.bottom) {
    turn(sheet);
    drawColumns(sheet);
  }
  pen.group('TR', () => {
    cells.forEach((lines, at) => { pen.tag('TD', {}, () => pen.lines(lines, columns[at] ?? 0, sheet.y + cell.padding + cell.size, cell.leading, small)); });
  });
  sheet.y += height;
  pen.decorate(() => pen.rule(page.left, page.right, sheet.y, colours.hairline));
}

function cellsOf(line: MinutesLine): readonly (readonly string[])[] {
  const { rank, name, nip, positionName, unitName, eselon, trainings, administration, score, state, reason } = line;
  return [
    [String(rank)], [name, ...(nip ? [nip] : [])], [[positionName, unitName].filter((part) => part !== null).join(', ') || '–'], [eselon ?? '–'],
    [trainings === 0 ? minutesWords.never : minutesWords.times(trainings)], [minutesWords.papers(administration)], [score === null ? '–' : formatNumber(score, 'id')],
    [enrolmentStateLabels[state].id, ...(reason === '' ? [] : [reason])],
  ];
}

function widthOf(column: number): number {
  return (columns[column + 1] ?? page.right) - (columns[column] ?? 0) - 6;
}

function drawChoices(sheet: Sheet, { choices }: MinutesSnapshot): void {
  heading(sheet, minutesWords.choices);
  if (choices.length === 0) paragraph(sheet, minutesWords.noChoices);
  choices.forEach(({ name, rank, passedOver, reason, chosenBy }, index) => {
    paragraph(sheet, `${String(index + 1)}. ${name}`, 0, strong);
    paragraph(sheet, minutesWords.passedOver(rank, passedOver), 12);
    paragraph(sheet, minutesWords.reason(reason, chosenBy), 12);
  });
}

function drawCommittee(sheet: Sheet, { committee }: MinutesSnapshot): void {
  const { pen, clean } = sheet;
  sheet.y += 6;
  paragraph(sheet, minutesWords.closing);
  heading(sheet, minutesWords.committee);
  committee.forEach(({ name, role }, index) => {
    const left = index % 2 === 0 ? page.left : page.width / 2 + 12;
    if (index % 2 === 0 && sheet.y + 84 > page.bottom) turn(sheet);
    pen.tag('P', {}, () => {
      pen.textWithin(220, clean(role), left, sheet.y + size, body);
      pen.textWithin(220, clean(name), left, sheet.y + 64, strong);
    });
    pen.decorate(() => pen.rule(left, left + 200, sheet.y + 67, colours.line));
    if (index % 2 === 1) sheet.y += 84;
  });
}

function heading(sheet: Sheet, text: string): void {
  sheet.y += 12;
  if (sheet.y + 40 > page.bottom) turn(sheet);
  sheet.pen.tag('H2', {}, () => sheet.pen.text(text, page.left, sheet.y + size, { ...strong, size: 10.5, colour: colours.navy }));
  sheet.y += 18;
}

function paragraph(sheet: Sheet, text: string, indent = 0, style: TextStyle = body): void {
  const lines = sheet.pen.wrap(sheet.clean(text), page.right - page.left - indent, style);
  for (let at = 0; at < lines.length;) {
    if (sheet.y + leading > page.bottom) turn(sheet);
    const fitting = lines.slice(at, at + Math.floor((page.bottom - sheet.y) / leading));
    sheet.pen.tag('P', {}, () => sheet.pen.lines(fitting, page.left + indent, sheet.y + size, leading, style));
    sheet.y += fitting.length * leading;
    at += fitting.length;
  }
}

function turn(sheet: Sheet): void {
  sheet.pen.doc.addPage();
  sheet.y = page.top;
}

function numberPages(pen: Pen, number: string): void {
  const { start, count } = pen.doc.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    pen.doc.switchToPage(at);
    pen.decorate(() => {
      pen.text(number, page.left, page.bottom + 30, head);
      pen.text(minutesWords.pageOf(at + 1, count), page.right, page.bottom + 30, { ...head, align: 'right' });
    });
  }
}

/** Characters that the font cannot draw become a question mark turned over, as on certificates. */
function drawable(text: string, { regular }: Typefaces): string {
  return [...text].map((letter) => (regular.covers(letter.codePointAt(0) ?? 0) ? letter : '¿')).join('');
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => { resolve(new Uint8Array(Buffer.concat(chunks))); });
    doc.on('error', reject);
  });
}
