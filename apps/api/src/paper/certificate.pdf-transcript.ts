import { formatCode } from '@jenjang/shared';
import type { CertificateSnapshot, TranscriptLine } from '@jenjang/shared';
import { drawEmblem, drawFrame, margin } from './certificate.pdf-frame.js';
import { colours, paper } from './certificate.pdf-pen.js';
import type { Pen, TextStyle } from './certificate.pdf-pen.js';
import * as wording from './certificate.pdf-wording.js';

/** A transcript row, broken into lines and measured. */
interface Row {
  readonly ordinal: number;
  readonly lines: readonly string[];
  readonly lessonHours: string;
  readonly height: number;
  /** Part of the height, half of it above the text. */
  readonly padding: number;
}

const tableTop = 118;
const tableBottom = 536;
const tableRight = 556;
const titleLeft = margin + 34;
const titleRight = tableRight - 70;
const asideLeft = 592;
const aside = paper.width - margin - asideLeft;
const headHeight = 20;
const sumHeight = 24;

/** Letter size and space between rows. */
interface Setting {
  readonly size: number;
  readonly padding: number;
}

const running: Setting = { size: 9, padding: 6.5 };
/** Largest first: a long transcript is set smaller before it runs on to another page. */
const settings: readonly Setting[] = [{ size: 10, padding: 9 }, running, { size: 8, padding: 4.5 }];

/** Page 2, and further ones when even small rows do not fit: what was taught, attended and awarded, and how to check it. */
export function drawTranscript(pen: Pen, snapshot: CertificateSnapshot, missing: readonly string[]): void {
  const { size, pages } = paginate(pen, snapshot.transcript);
  pages.forEach((rows, at) => {
    if (at > 0) pen.doc.addPage();
    drawFrame(pen);
    drawTitle(pen, snapshot, at + 2, pages.length + 1);
    const isLast = at === pages.length - 1;
    drawTable(pen, rows, size, isLast ? snapshot.transcript : null);
    if (at === 0) drawAside(pen, snapshot, missing);
  });
}

function paginate(
  pen: Pen,
  transcript: readonly TranscriptLine[],
): { size: number; pages: readonly Row[][] } {
  const room = tableBottom - tableTop - headHeight - sumHeight;
  for (const setting of settings) {
    const rows = measureRows(pen, transcript, setting);
    if (totalHeight(rows) <= room) return { size: setting.size, pages: [rows] };
  }
  return { size: running.size, pages: splitRows(measureRows(pen, transcript, running), room) };
}

function measureRows(pen: Pen, transcript: readonly TranscriptLine[], { size, padding }: Setting): Row[] {
  return transcript.map(({ title, lessonHours }, at) => {
    const lines = pen.wrap(title, titleRight - titleLeft, { weight: 'regular', size });
    const height = lines.length * size * 1.25 + padding;
    return { ordinal: at + 1, lines, lessonHours: wording.figure(lessonHours), height, padding };
  });
}

const totalHeight = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.height, 0);

function splitRows(rows: readonly Row[], room: number): Row[][] {
  const pages: Row[][] = [[]];
  for (const row of rows) {
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && totalHeight(page) + row.height > room) pages.push([row]);
    else page.push(row);
  }
  return pages;
}

function drawTitle(pen: Pen, snapshot: CertificateSnapshot, page: number, of: number): void {
  drawEmblem(pen, margin, 50, 32, `Lambang penerbit: ${snapshot.agency.shortName}`);
  const left = margin + 44;
  const room = { width: 340, maxLines: 2, size: 9.5, minSize: 7.5 };
  const { lines, size } = pen.fit(snapshot.programme.name, room, 'regular');
  pen.tag(page === 2 ? 'H1' : 'P', {}, () =>
    pen.text('Transkrip', left, 64, { weight: 'semibold', size: 17, colour: colours.navy }),
  );
  pen.tag('P', {}, () =>
    pen.lines(lines, left, 79, size * 1.22, { weight: 'regular', size, colour: colours.muted }),
  );
  drawReference(pen, snapshot, `Halaman ${page} dari ${of}`);
}

/** Whose transcript this is and to which certificate it belongs, so that a loose sheet finds its way back. */
function drawReference(pen: Pen, { holder, number }: CertificateSnapshot, pageOf: string): void {
  const right = paper.width - margin;
  const { lines, size } = pen.fit(holder.name, { width: 330, maxLines: 2, size: 10, minSize: 7 }, 'semibold');
  const below = 60 + lines.length * 12;
  pen.tag('P', {}, () => {
    pen.lines(lines, right, 60, 12, { weight: 'semibold', size, colour: colours.ink, align: 'right' });
    pen.textWithin(330, `Lampiran sertifikat nomor ${number}`, right, below, small('right'));
    pen.text(pageOf, right, below + 11, small('right'));
  });
}

const small = (align: 'left' | 'right'): TextStyle => ({
  weight: 'regular',
  size: 8.5,
  colour: colours.muted,
  align,
});

function drawTable(
  pen: Pen,
  rows: readonly Row[],
  size: number,
  summed: readonly TranscriptLine[] | null,
): void {
  pen.group('Table', () => {
    drawHead(pen);
    let top = tableTop + headHeight;
    for (const row of rows) {
      drawRow(pen, row, size, top);
      top += row.height;
    }
    if (summed) drawSum(pen, summed, size, top);
  });
}

function drawHead(pen: Pen): void {
  const style: TextStyle = { weight: 'semibold', size: 8.5, colour: colours.muted };
  const y = tableTop + 12;
  pen.decorate(() => pen.rule(margin, tableRight, tableTop + headHeight, colours.navy, 1));
  pen.group('TR', () => {
    pen.tag('TH', { scope: 'Column' }, () => pen.text('No', margin + 4, y, style));
    pen.tag('TH', { scope: 'Column' }, () => pen.text('Materi', titleLeft, y, style));
    pen.tag('TH', { scope: 'Column' }, () => pen.text('JP', tableRight - 8, y, { ...style, align: 'right' }));
  });
}

function drawRow(pen: Pen, row: Row, size: number, top: number): void {
  const style: TextStyle = { weight: 'regular', size, colour: colours.text };
  const y = top + row.padding / 2 + size * 0.96;
  pen.decorate(() => pen.rule(margin, tableRight, top + row.height, colours.hairline));
  pen.group('TR', () => {
    pen.tag('TD', {}, () =>
      pen.text(String(row.ordinal), margin + 4, y, { ...style, colour: colours.muted }),
    );
    pen.tag('TD', {}, () => pen.lines(row.lines, titleLeft, y, size * 1.25, style));
    pen.tag('TD', {}, () => pen.text(row.lessonHours, tableRight - 8, y, { ...style, align: 'right' }));
  });
}

function drawSum(pen: Pen, transcript: readonly TranscriptLine[], size: number, top: number): void {
  const style: TextStyle = { weight: 'semibold', size, colour: colours.navy };
  const sum = transcript.reduce((total, line) => total + line.lessonHours, 0);
  pen.decorate(() => pen.rule(margin, tableRight, top, colours.navy, 1));
  pen.group('TR', () => {
    pen.tag('TH', { scope: 'Row' }, () => pen.text('Jumlah', titleLeft, top + size + 6, style));
    pen.tag('TD', {}, () =>
      pen.text(wording.figure(sum), tableRight - 8, top + size + 6, { ...style, align: 'right' }),
    );
  });
}

/** The right-hand column: attendance and predicate, then how to check the paper in two languages. */
function drawAside(pen: Pen, snapshot: CertificateSnapshot, missing: readonly string[]): void {
  let top = tableTop;
  for (const fact of wording.transcriptFacts(snapshot)) top = drawFact(pen, fact, top);
  const steps = wording.verificationSteps(wording.hostOf(snapshot.verifyUrl), formatCode(snapshot.code));
  top = drawSteps(pen, 'Cara memeriksa', steps.id, top + 14, 'id-ID');
  top = drawSteps(pen, 'How to verify', steps.en, top + 8, 'en');
  if (missing.length > 0) drawNotice(pen, wording.missingNotice(missing), top + 8);
}

function drawFact(pen: Pen, { label, value }: wording.Fact, top: number): number {
  const { lines, size } = pen.fit(value, { width: aside, maxLines: 2, size: 10.5, minSize: 8 }, 'semibold');
  pen.tag('P', {}, () => {
    pen.text(label, asideLeft, top + 12, small('left'));
    pen.lines(lines, asideLeft, top + 26, size * 1.24, { weight: 'semibold', size, colour: colours.ink });
  });
  return top + 24 + lines.length * size * 1.24;
}

function drawSteps(pen: Pen, title: string, steps: readonly string[], top: number, lang: string): number {
  const style: TextStyle = { weight: 'regular', size: 8, colour: colours.text };
  let y = top + 12;
  pen.tag('H2', { lang }, () =>
    pen.text(title, asideLeft, y, { weight: 'semibold', size: 9.5, colour: colours.navy }),
  );
  steps.forEach((step, at) => {
    const lines = pen.wrap(step, aside - 12, style);
    y += 13;
    pen.tag('P', { lang }, () => {
      pen.text(`${at + 1}.`, asideLeft, y, { ...style, colour: colours.muted });
      pen.lines(lines, asideLeft + 12, y, 10.5, style);
    });
    y += (lines.length - 1) * 10.5;
  });
  return y + 4;
}

function drawNotice(pen: Pen, notice: string, top: number): void {
  const style: TextStyle = { weight: 'regular', size: 7.5, colour: colours.goldText };
  pen.tag('P', {}, () => pen.lines(pen.wrap(notice, aside, style), asideLeft, top + 8, 9.5, style));
}
