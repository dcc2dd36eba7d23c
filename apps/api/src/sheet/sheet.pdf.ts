import type { DocumentSnapshot } from '@jenjang/shared';
import { drawableCopy, loadTypefaces, Pen, type Typefaces } from '../paper/index.js';
import { participantCardSheets, tableCardSheets } from './sheet.pdf-card.js';
import { letterSheets } from './sheet.pdf-letter.js';
import { attendanceSheets, listSheets } from './sheet.pdf-list.js';
import type { Sheet } from './sheet.pdf-page.js';
import { titles } from './sheet.wording.js';

/** A drawn paper. */
export interface DrawnDocument {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

const parts: Readonly<Record<DocumentSnapshot['kind'], (pen: Pen, snapshot: DocumentSnapshot) => readonly Sheet[]>> = {
  participant_letter: letterSheets, facilitator_letter: letterSheets, participant_list: listSheets, attendance_sheet: attendanceSheets,
  table_card: (_pen, snapshot) => tableCardSheets(snapshot), participant_card: (_pen, snapshot) => participantCardSheets(snapshot),
};

/** Draws a committee's paper from its snapshot and nothing else, tagged for screen readers. Characters without a glyph appear as `¿`. */
export async function renderDocument(given: DocumentSnapshot): Promise<DrawnDocument> {
  const faces = await loadTypefaces();
  const snapshot = drawableCopy(given, faces, new Set(['card', 'startsAt', 'endsAt', 'zone'])).value;
  const doc = await openDocument(snapshot, faces);
  const bytes = collect(doc);
  const pen = new Pen(doc, faces);
  const sheets = parts[snapshot.kind](pen, snapshot);
  for (const sheet of sheets) {
    doc.addPage({ size: 'A4', layout: sheet.orientation, margin: 0 });
    sheet.draw(pen);
  }
  pen.end();
  doc.end();
  return { bytes: await bytes, pages: sheets.length };
}

async function openDocument(snapshot: DocumentSnapshot, faces: Typefaces): Promise<PDFKit.PDFDocument> {
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    autoFirstPage: false, margin: 0, compress: true, pdfVersion: '1.7', tagged: true, lang: 'id-ID', displayTitle: true,
    // Without this PDFKit loads Helvetica, which no page uses.
    font: null as never,
    info: { Title: `${titles[snapshot.kind]} ${snapshot.cohort.name}`, Author: snapshot.issuer, Creator: 'Jenjang', Producer: 'Jenjang, PDFKit', CreationDate: new Date(`${snapshot.issuedOn}T00:00:00Z`) },
  });
  for (const weight of ['regular', 'semibold'] as const) {
    // PDFKit takes an opened fontkit font, which its types do not mention; sharing it is four times faster.
    doc.registerFont(weight, faces[weight].source as never);
  }
  return doc;
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}
