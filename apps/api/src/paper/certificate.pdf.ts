import { formatCode } from '@jenjang/shared';
import type { CertificateSnapshot } from '@jenjang/shared';
import { loadTypefaces } from './certificate.fonts.js';
import type { Typefaces } from './certificate.fonts.js';
import { drawFront } from './certificate.pdf-front.js';
import { makeDrawable } from './certificate.pdf-glyphs.js';
import { Pen } from './certificate.pdf-pen.js';
import { drawTranscript } from './certificate.pdf-transcript.js';

export { missingGlyphs } from './certificate.pdf-glyphs.js';

/**
 * Draws the paper of a certificate from its snapshot and nothing else: page 1 the certificate, page 2 (and further
 * ones when the rows do not fit) the transcript, A4 landscape.
 *
 * The same snapshot gives the same bytes, in any process and time zone: dates come from `issuedOn`, the file's ID
 * from its facts. Characters without a glyph appear as `¿` and are named on page 2; ask `missingGlyphs` beforehand.
 *
 * The file calls itself PDF/A-2b: fonts and colour profile are embedded, nothing is transparent, nothing is loaded.
 * It is also tagged (language id-ID, headings, table, alternative texts), as PDF/A-2a and PDF/UA ask, but does not
 * claim these: PDFKit writes only one such claim, and no validator has confirmed either.
 */
export async function renderCertificate(snapshot: CertificateSnapshot): Promise<Uint8Array> {
  const faces = await loadTypefaces();
  const drawable = makeDrawable(snapshot, faces);
  const doc = await openDocument(drawable.snapshot, faces);
  const bytes = collect(doc);
  const pen = new Pen(doc, faces);
  drawFront(pen, drawable.snapshot, snapshot.holder.name);
  doc.addPage();
  drawTranscript(pen, drawable.snapshot, drawable.missing);
  pen.end();
  doc.end();
  return bytes;
}

async function openDocument(snapshot: CertificateSnapshot, faces: Typefaces): Promise<PDFKit.PDFDocument> {
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    // Deflate gives other bytes on other processors and zlib releases; a reprint must hash like the original.
    compress: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: 'id-ID',
    displayTitle: true,
    // Without this PDFKit loads Helvetica, which no page uses and PDF/A forbids.
    font: null as never,
    info: documentInfo(snapshot),
  });
  for (const weight of ['regular', 'semibold'] as const) {
    // PDFKit takes an opened fontkit font, which its types do not mention; sharing it is four times faster.
    doc.registerFont(weight, faces[weight].source as never);
  }
  return doc;
}

function documentInfo({ heading, number, holder, issuer, code, issuedOn }: CertificateSnapshot) {
  return {
    Title: metadataText(`${heading} ${holder.name}, nomor ${number}`),
    Author: metadataText(issuer),
    Subject: metadataText(`Kode verifikasi ${formatCode(code)}`),
    Creator: 'Jenjang',
    Producer: 'Jenjang, PDFKit',
    CreationDate: new Date(`${issuedOn}T00:00:00Z`),
  };
}

/** PDFKit writes these into XML without escaping, so the three signs that XML reserves become look-alikes. */
const metadataText = (text: string): string =>
  text.replaceAll('&', '+').replaceAll('<', '‹').replaceAll('>', '›');

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}
