import type { CertificateSnapshot } from '@jenjang/shared';
import { drawEmblem, drawFrame, margin } from './certificate.pdf-frame.js';
import { colours, paper } from './certificate.pdf-pen.js';
import type { Pen, TextStyle } from './certificate.pdf-pen.js';
import * as wording from './certificate.pdf-wording.js';
import { drawMicrotext, drawProof, drawSignatories } from './certificate.pdf-foot.js';

/** A piece of the middle of the page: its height, the room it wants above itself, and how to draw it from its top. */
interface Block {
  readonly height: number;
  readonly gap: number;
  readonly draw: (top: number) => void;
}

const centre = paper.width / 2;
const inner = paper.width - 2 * margin;
const nameWidth = inner - 36;
/** Between the capitals of the heading, as a share of their size: wider, and readers would find single letters. */
const headingSpacing = 0.06;
const bodyTop = 112;
const bodyBottom = 430;

const label: TextStyle = { weight: 'regular', size: 7.5, colour: colours.muted };

/** Page 1: who, what, when, how much, and who answers for it. */
export function drawFront(pen: Pen, snapshot: CertificateSnapshot, nameAsHeld: string): void {
  drawFrame(pen);
  drawHeader(pen, snapshot);
  stack([
    heading(pen, snapshot),
    sentence(pen, 'diberikan kepada', 20),
    holderName(pen, snapshot.holder.name, nameAsHeld),
    ...holderLines(pen, snapshot),
    sentence(pen, wording.outcomeSentence(snapshot), 16),
    programme(pen, snapshot),
    facts(pen, wording.trainingFacts(snapshot)),
  ]);
  drawProof(pen, snapshot);
  drawSignatories(pen, snapshot);
  drawMicrotext(pen, snapshot);
}

function drawHeader(pen: Pen, { agency, issuer, partners }: CertificateSnapshot): void {
  drawEmblem(pen, margin, 50, 40, `Lambang penerbit: ${agency.shortName}`);
  const width = partners.length > 0 ? 400 : 640;
  const name = pen.fit(agency.name, { width, maxLines: 1, size: 13, minSize: 9 }, 'semibold');
  const office = pen.fit(issuer, { width, maxLines: 2, size: 9.5, minSize: 7.5 }, 'regular');
  pen.tag('P', {}, () => {
    pen.lines(name.lines, margin + 52, 66, 14, { weight: 'semibold', size: name.size, colour: colours.navy });
    pen.lines(office.lines, margin + 52, 80, 11, {
      weight: 'regular',
      size: office.size,
      colour: colours.muted,
    });
  });
  if (partners.length > 0) drawPartners(pen, partners);
}

function drawPartners(pen: Pen, partners: readonly string[]): void {
  const right = paper.width - margin;
  const room = { width: 250, maxLines: 1, size: 9, minSize: 6.5 };
  const size = Math.min(...partners.map((partner) => pen.fit(partner, room, 'semibold').size));
  const style: TextStyle = { weight: 'semibold', size, colour: colours.text, align: 'right' };
  pen.tag('P', {}, () => {
    pen.text('bekerja sama dengan', right, 54, { ...label, align: 'right' });
    pen.lines(partners, right, 66, 11.5, style);
  });
}

/** Spreads the blocks over the body: the gaps grow together until it is filled, but never beyond calm. */
function stack(blocks: readonly Block[]): void {
  const heights = blocks.reduce((sum, block) => sum + block.height, 0);
  const gaps = blocks.reduce((sum, block) => sum + block.gap, 0);
  const stretch = Math.min((bodyBottom - bodyTop - heights) / gaps, 1.6);
  let top = bodyTop + (bodyBottom - bodyTop - heights - gaps * stretch) / 2;
  for (const block of blocks) {
    top += block.gap * stretch;
    block.draw(top);
    top += block.height;
  }
}

function heading(pen: Pen, snapshot: CertificateSnapshot): Block {
  const width = pen.widthOf(snapshot.heading, { weight: 'semibold', size: 1, spacing: headingSpacing });
  const size = Math.min(34, 600 / width);
  const spacing = size * headingSpacing;
  const style: TextStyle = { weight: 'semibold', size, colour: colours.navy, align: 'center', spacing };
  return {
    height: size + 20,
    gap: 0,
    draw: (top) => {
      pen.tag('H1', {}, () => pen.text(snapshot.heading, centre, top + size * 0.8, style));
      pen.tag('P', {}, () => {
        const numbered: TextStyle = {
          weight: 'regular',
          size: 10,
          colour: colours.muted,
          align: 'center',
          spacing: 0.2,
        };
        pen.textWithin(nameWidth, `Nomor ${snapshot.number}`, centre, top + size + 14, numbered);
      });
    },
  };
}

function sentence(pen: Pen, text: string, gap: number): Block {
  const style: TextStyle = { weight: 'regular', size: 11, colour: colours.muted, align: 'center' };
  return { height: 11, gap, draw: (top) => pen.tag('P', {}, () => pen.text(text, centre, top + 9, style)) };
}

/** One line as long as it stays imposing, then two; the true name is spoken where letters had to be replaced. */
function holderName(pen: Pen, printed: string, asHeld: string): Block {
  const two = { width: nameWidth, maxLines: 2, size: 25, minSize: 18 };
  const fitted = pen.fitOneLineOr(two, printed, { width: nameWidth, size: 30, minSize: 23 }, 'semibold');
  const leading = fitted.size * 1.22;
  const style: TextStyle = {
    weight: 'semibold',
    size: fitted.size,
    colour: colours.ink,
    align: 'center',
    spacing: -0.2,
  };
  const spoken = printed === asHeld ? {} : { actual: asHeld };
  return {
    height: fitted.lines.length * leading + 10,
    gap: 10,
    draw: (top) => {
      pen.tag('H2', spoken, () => pen.lines(fitted.lines, centre, top + fitted.size * 0.82, leading, style));
      pen.decorate(() =>
        pen.rule(centre - 28, centre + 28, top + fitted.lines.length * leading + 7, colours.gold, 1.6),
      );
    },
  };
}

function holderLines(pen: Pen, { holder }: CertificateSnapshot): Block[] {
  const identity = wording.holderIdentity(holder);
  return [
    ...(identity ? [centred(pen, identity, { maxLines: 1, size: 11, weight: 'regular' }, 8)] : []),
    centred(
      pen,
      wording.holderOffice(holder),
      { maxLines: 2, size: 11, weight: 'regular' },
      identity ? 3 : 8,
    ),
  ];
}

function programme(pen: Pen, snapshot: CertificateSnapshot): Block {
  const name = centred(pen, snapshot.programme.name, { maxLines: 2, size: 18, weight: 'semibold' }, 0);
  const cohort = centred(pen, wording.cohortLine(snapshot), { maxLines: 1, size: 11, weight: 'regular' }, 0);
  return {
    height: name.height + cohort.height,
    gap: 6,
    draw: (top) => {
      name.draw(top);
      cohort.draw(top + name.height);
    },
  };
}

interface Setting {
  readonly maxLines: number;
  readonly size: number;
  readonly weight: TextStyle['weight'];
}

function centred(pen: Pen, text: string, { maxLines, size: preferred, weight }: Setting, gap: number): Block {
  const width = inner - 40;
  const more = { width, maxLines, size: preferred, minSize: preferred * 0.72 };
  const oneLine = { width, size: preferred, minSize: preferred * 0.84 };
  const { lines, size } = pen.fitOneLineOr(more, text, oneLine, weight);
  const leading = size * 1.36;
  const colour = weight === 'semibold' ? colours.navy : colours.text;
  const style: TextStyle = { weight, size, colour, align: 'center' };
  return {
    height: lines.length * leading,
    gap,
    draw: (top) => pen.tag('P', {}, () => pen.lines(lines, centre, top + size, leading, style)),
  };
}

const factStyle = { weight: 'semibold', size: 10.5 } as const;
/** A longer value is broken into two lines. */
const widestFact = 176;
const factHeight = 46;

/** Label over value, side by side between two hairlines. */
function facts(pen: Pen, cells: readonly wording.Fact[]): Block {
  const natural = cells.map(({ label: caption, value }) =>
    Math.min(widestFact, Math.max(pen.widthOf(value, factStyle), pen.widthOf(caption, label))),
  );
  const padding = (inner - natural.reduce((sum, width) => sum + width, 0)) / cells.length;
  return {
    height: factHeight,
    gap: 14,
    draw: (top) => {
      pen.decorate(() =>
        [top, top + factHeight].forEach((y) => pen.rule(margin, paper.width - margin, y, colours.line)),
      );
      let left = margin;
      cells.forEach((cell, at) => {
        const width = (natural[at] ?? 0) + padding;
        drawFact(pen, cell, left + width / 2, top, width - 10);
        left += width;
      });
    },
  };
}

function drawFact(
  pen: Pen,
  { label: caption, value }: wording.Fact,
  x: number,
  top: number,
  width: number,
): void {
  const { lines, size } = pen.fit(
    value,
    { width, maxLines: 2, size: factStyle.size, minSize: 8 },
    'semibold',
  );
  const first = lines.length === 1 ? top + 31.5 : top + 26;
  pen.tag('P', {}, () => {
    pen.text(caption, x, top + 13, { ...label, align: 'center' });
    pen.lines(lines, x, first, size * 1.22, {
      weight: 'semibold',
      size,
      colour: colours.ink,
      align: 'center',
    });
  });
}
