import { formatCode, formatDate } from '@jenjang/shared';
import type { CertificateSnapshot, Signatory } from '@jenjang/shared';
import { drawQr, margin } from './certificate.pdf-frame.js';
import { colours, paper } from './certificate.pdf-pen.js';
import type { Pen, TextStyle } from './certificate.pdf-pen.js';
import type { Room } from './certificate.pdf-text.js';
import * as wording from './certificate.pdf-wording.js';
import { verificationQr } from './certificate.qr.js';

/** 25 mm. */
const qrSize = 70.87;
const footTop = 448;
const right = paper.width - margin;
const widestColumn = 232;
const gutter = 14;
/** From the QR code to the first signatory. */
const proofWidth = 122;

/** The QR code, and below it what a person types who has no camera. */
export function drawProof(pen: Pen, { verifyUrl, code }: CertificateSnapshot): void {
  const alt = `Kode QR ke laman pemeriksaan ${verifyUrl}`;
  drawQr(pen, verificationQr(verifyUrl), margin, footTop, qrSize, alt);
  const bold: TextStyle = { weight: 'semibold', size: 8, colour: colours.ink };
  const light: TextStyle = { weight: 'regular', size: 7.5, colour: colours.muted };
  pen.tag('P', {}, () => {
    pen.text(formatCode(code), margin, footTop + qrSize + 13, bold);
    pen.textWithin(proofWidth, wording.hostOf(verifyUrl), margin, footTop + qrSize + 23, light);
  });
}

/** Place and date, then one to four signatories in printing order, with room for a signature above each name. */
export function drawSignatories(pen: Pen, snapshot: CertificateSnapshot): void {
  const { signatories, issuedIn, issuedOn } = snapshot;
  const available = right - (margin + proofWidth + gutter);
  const column = Math.min(widestColumn, available / Math.max(1, signatories.length));
  const left = right - column * Math.max(1, signatories.length);
  const placeAndDate = `${issuedIn}, ${formatDate(issuedOn, 'id')}`;
  const style: TextStyle = { weight: 'regular', size: 10, colour: colours.text };
  pen.tag('P', {}, () => pen.textWithin(right - left, placeAndDate, left, footTop + 8, style));
  const sizes = commonSizes(pen, signatories, column - gutter);
  signatories.forEach((signatory, at) =>
    drawSignatory(pen, signatory, left + at * column, column - gutter, sizes),
  );
}

interface Sizes {
  readonly office: number;
  readonly person: number;
}

/** One size for all, so that nobody's name looks greater than another's. */
function commonSizes(pen: Pen, signatories: readonly Signatory[], width: number): Sizes {
  const offices = signatories.map(({ position }) => pen.fit(position, officeRoom(width), 'regular').size);
  const oneLine = { width, size: 10.5, minSize: 8.5 };
  const people = signatories.map(
    ({ name }) => pen.fitOneLineOr(personRoom(width, 9), name, oneLine, 'semibold').size,
  );
  return { office: Math.min(...offices), person: Math.min(...people) };
}

const officeRoom = (width: number, size = 10): Room => ({ width, maxLines: 3, size, minSize: 8 });
const personRoom = (width: number, size: number): Room => ({ width, maxLines: 2, size, minSize: 8 });

function drawSignatory(pen: Pen, signatory: Signatory, x: number, width: number, sizes: Sizes): void {
  const office = pen.fit(signatory.position, officeRoom(width, sizes.office), 'regular');
  const person = pen.fit(signatory.name, personRoom(width, sizes.person), 'semibold');
  const small: TextStyle = { weight: 'regular', size: 8, colour: colours.muted };
  const nameTop = footTop + 80 - (person.lines.length - 1) * person.size * 1.2;
  pen.tag('P', {}, () => {
    pen.lines(office.lines, x, footTop + 22, office.size * 1.25, {
      ...small,
      size: office.size,
      colour: colours.text,
    });
    pen.lines(person.lines, x, nameTop, person.size * 1.2, {
      weight: 'semibold',
      size: person.size,
      colour: colours.ink,
    });
    wording.signatoryDetails(signatory.rank, signatory.nip).forEach((detail, at) => {
      pen.textWithin(width, detail, x, footTop + 91 + at * 10.5, small);
    });
  });
}

/** A line of tiny letters under the signatures: blurred by a copier, sharp in an original. */
export function drawMicrotext(pen: Pen, { agency, number, code }: CertificateSnapshot): void {
  const phrase = `${agency.name} · ${number} · ${formatCode(code).slice(0, 9)} · `;
  const style: TextStyle = { weight: 'regular', size: 2, colour: colours.muted };
  const width = right - margin;
  const text = phrase.repeat(Math.max(1, Math.floor(width / pen.widthOf(phrase, style)))).trimEnd();
  // Letters are moved apart a little so that the line ends exactly at the margin.
  const spacing = (width - pen.widthOf(text, style)) / ([...text].length - 1);
  pen.decorate(() => pen.text(text, margin, paper.height - 38, { ...style, spacing }));
}
