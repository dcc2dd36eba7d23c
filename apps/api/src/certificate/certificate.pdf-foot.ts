import { formatCode, formatDate } from '@jenjang/shared';
import type { CertificateSnapshot, Signatory } from '@jenjang/shared';
import { drawQr, margin } from './certificate.pdf-frame.js';
import { colours, paper } from './certificate.pdf-pen.js';
import type { Pen, TextStyle } from './certificate.pdf-pen.js';
import * as wording from './certificate.pdf-wording.js';
import { verificationQr } from './certificate.qr.js';

/** 25 mm. */
const qrSize = 70.87;
const footTop = 448;
const right = paper.width - margin;
const widestColumn = 232;

/** The QR code, and below it what a person types who has no camera. */
export function drawProof(pen: Pen, { verifyUrl, code }: CertificateSnapshot): void {
  const alt = `Kode QR ke laman pemeriksaan ${verifyUrl}`;
  drawQr(pen, verificationQr(verifyUrl), margin, footTop, qrSize, alt);
  const host = pen.fit(wording.hostOf(verifyUrl), { width: 170, maxLines: 1, size: 7.5, minSize: 5 }, 'regular');
  pen.tag('P', {}, () => {
    pen.text(formatCode(code), margin, footTop + qrSize + 13, { weight: 'semibold', size: 8.5, colour: colours.ink });
    pen.text(host.lines.join(''), margin, footTop + qrSize + 23, {
      weight: 'regular', size: host.size, colour: colours.muted,
    });
  });
}

/** Place and date, then one to four signatories in printing order, with room for a signature above each name. */
export function drawSignatories(pen: Pen, snapshot: CertificateSnapshot): void {
  const { signatories, issuedIn, issuedOn } = snapshot;
  const available = right - (margin + qrSize + 64);
  const column = Math.min(widestColumn, available / Math.max(1, signatories.length));
  const left = right - column * Math.max(1, signatories.length);
  pen.tag('P', {}, () =>
    pen.text(`${issuedIn}, ${formatDate(issuedOn, 'id')}`, left, footTop + 8, {
      weight: 'regular', size: 10, colour: colours.text,
    }),
  );
  signatories.forEach((signatory, at) => drawSignatory(pen, signatory, left + at * column, column - 14));
}

function drawSignatory(pen: Pen, { name, nip, position, rank }: Signatory, x: number, width: number): void {
  const office = pen.fit(position, { width, maxLines: 2, size: 10, minSize: 7 }, 'regular');
  const person = pen.fit(name, { width, maxLines: 2, size: 10.5, minSize: 8 }, 'semibold');
  const small: TextStyle = { weight: 'regular', size: 8, colour: colours.muted };
  const nameTop = footTop + 78 - (person.lines.length - 1) * person.size * 1.2;
  pen.tag('P', {}, () => {
    pen.lines(office.lines, x, footTop + 22, office.size * 1.25, { ...small, size: office.size, colour: colours.text });
    pen.lines(person.lines, x, nameTop, person.size * 1.2, { weight: 'semibold', size: person.size, colour: colours.ink });
    const details = wording.signatoryDetails(rank, nip);
    pen.lines(details, x, footTop + 90, 10.5, small);
  });
}

/** A line of tiny letters under the signatures: blurred by a copier, sharp in an original. */
export function drawMicrotext(pen: Pen, { agency, number, code }: CertificateSnapshot): void {
  const phrase = `${agency.name} · ${number} · ${formatCode(code).slice(0, 9)} · `;
  const style: TextStyle = { weight: 'regular', size: 2, colour: colours.muted };
  const repeats = Math.floor((right - margin) / pen.widthOf(phrase, style));
  pen.decorate(() => pen.text(phrase.repeat(repeats).trimEnd(), margin, paper.height - 38, style));
}
