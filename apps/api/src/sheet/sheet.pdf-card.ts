import type { DocumentPerson, DocumentSnapshot } from '@jenjang/shared';
import { colours, drawQr, verificationQr, type Pen } from '../paper/index.js';
import { sizes, type Sheet } from './sheet.pdf-page.js';
import { cohortLine } from './sheet.wording.js';

const page = sizes.portrait;
const [half, middle] = [page.height / 2, page.width / 2];
/** 55 mm: read from an arm's length by a phone. */
const qrSize = 156;

/** Names for the table, two on a sheet, to be read across the room. */
export function tableCardSheets(snapshot: DocumentSnapshot): readonly Sheet[] {
  return inGroups(snapshot.people, 2).map((people) => ({
    orientation: 'portrait',
    draw: (pen) => {
      people.forEach((person, at) => drawTableCard(pen, snapshot, person, at * half));
      pen.decorate(() => cutLine(pen, 0, half, page.width, half));
    },
  }));
}

/** Cards to be worn and scanned, four on a sheet. */
export function participantCardSheets(snapshot: DocumentSnapshot): readonly Sheet[] {
  return inGroups(snapshot.people, 4).map((people) => ({
    orientation: 'portrait',
    draw: (pen) => {
      people.forEach((person, at) => drawParticipantCard(pen, snapshot, person, (at % 2) * middle, Math.floor(at / 2) * half));
      pen.decorate(() => {
        cutLine(pen, 0, half, page.width, half);
        cutLine(pen, middle, 0, middle, page.height);
      });
    },
  }));
}

function drawTableCard(pen: Pen, snapshot: DocumentSnapshot, { name, position, opd, office }: DocumentPerson, top: number): void {
  const width = page.width - 80;
  const set = pen.fit(name, { width, maxLines: 2, size: 52, minSize: 26 }, 'semibold');
  const role = pen.fit(position ?? '', { width, maxLines: 2, size: 22, minSize: 13 }, 'regular');
  const place = pen.fit(opd ?? office, { width, maxLines: 2, size: 18, minSize: 12 }, 'regular');
  const [nameHeight, roleHeight] = [set.lines.length * set.size * 1.12, position ? role.lines.length * role.size * 1.25 + 10 : 0];
  const first = top + (half - nameHeight - roleHeight - place.lines.length * place.size * 1.25) / 2 + set.size * 0.85;
  pen.decorate(() => pen.doc.rect(0, top, page.width, 10).fill(colours.navy));
  pen.tag('P', {}, () => pen.textWithin(width, `${snapshot.programme} · ${cohortLine(snapshot)}`, middle, top + 36, { weight: 'regular', size: 12, colour: colours.muted, align: 'center' }));
  pen.tag('H1', {}, () => pen.lines(set.lines, middle, first, set.size * 1.12, { weight: 'semibold', size: set.size, colour: colours.ink, align: 'center' }));
  pen.tag('P', {}, () => {
    if (position) pen.lines(role.lines, middle, first + nameHeight, role.size * 1.25, { weight: 'regular', size: role.size, colour: colours.text, align: 'center' });
    pen.lines(place.lines, middle, first + nameHeight + roleHeight, place.size * 1.25, { weight: 'regular', size: place.size, colour: colours.muted, align: 'center' });
  });
}

function drawParticipantCard(pen: Pen, snapshot: DocumentSnapshot, { name, position, opd, office, className, card }: DocumentPerson, left: number, top: number): void {
  const width = middle - 44;
  const x = left + middle / 2;
  const centred = { weight: 'regular', size: 10.5, colour: colours.text, align: 'center' } as const;
  const head = pen.fit(snapshot.programme, { width, maxLines: 2, size: 12, minSize: 8 }, 'semibold');
  const set = pen.fit(name, { width, maxLines: 2, size: 21, minSize: 12 }, 'semibold');
  const role = pen.fit([position, opd ?? office].filter((part) => part).join(', '), { width, maxLines: 3, size: 11, minSize: 8 }, 'regular');
  pen.decorate(() => pen.doc.rect(left, top, middle, 62).fill(colours.navy));
  pen.tag('P', {}, () => {
    pen.lines(head.lines, x, top + 26, head.size * 1.2, { ...centred, weight: 'semibold', size: head.size, colour: colours.white });
    pen.textWithin(width, [cohortLine(snapshot), snapshot.cohort.className === null ? className : null].filter((part) => part !== null).join(' · '), x, top + 26 + head.lines.length * head.size * 1.2, { ...centred, size: 9, colour: colours.white });
  });
  pen.tag('H1', {}, () => pen.lines(set.lines, x, top + 96, set.size * 1.15, { ...centred, weight: 'semibold', size: set.size, colour: colours.ink }));
  pen.tag('P', {}, () => pen.lines(role.lines, x, top + 98 + set.lines.length * set.size * 1.15, role.size * 1.3, { ...centred, size: role.size }));
  if (card !== null) drawQr(pen, verificationQr(card), x - qrSize / 2, top + half - qrSize - 48, qrSize, `Kode QR kartu peserta ${name}`);
  pen.tag('P', {}, () => pen.textWithin(width, 'Tunjukkan kartu ini untuk presensi', x, top + half - 20, { ...centred, size: 9, colour: colours.muted }));
}

function cutLine(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.doc.save().lineWidth(0.5).dash(3, { space: 4 }).strokeColor(colours.line).moveTo(x1, y1).lineTo(x2, y2).stroke().restore();
}

function inGroups<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_group, at) => items.slice(at * size, (at + 1) * size));
}
