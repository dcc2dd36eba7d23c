import { colours, paper } from './certificate.pdf-pen.js';
import type { Pen } from './certificate.pdf-pen.js';
import type { QrSymbol } from './certificate.qr.js';

type Point = readonly [number, number];

/** Distance of the frame from the edge of the paper, in points. */
export const frameInset = 24;
/** Distance of text from the edge of the paper. */
export const margin = 56;

const stepSize = 7;
const steps = 3;

/** Ground and frame of every page: a hairline whose corners climb in steps, the product's mark. */
export function drawFrame(pen: Pen): void {
  pen.decorate(() => {
    drawRisingSteps(pen);
    drawOutline(pen, frameInset, colours.navy, 1);
    drawOutline(pen, frameInset + 4, colours.gold, 0.6);
  });
}

/** Faint flights of stairs in the lower right corner, cut off by the frame. */
function drawRisingSteps(pen: Pen): void {
  const { doc } = pen;
  const edge = frameInset + 4;
  doc.save();
  doc.rect(edge, edge, paper.width - 2 * edge, paper.height - 2 * edge).clip();
  doc.lineWidth(9).strokeColor(colours.faint);
  for (let flight = 0; flight < 7; flight += 1) {
    const startX = paper.width - 470 + flight * 62;
    const startY = paper.height + 20;
    doc.moveTo(startX, startY);
    for (let step = 0; step < 9; step += 1) {
      doc.lineTo(startX + step * 62, startY - (step + 1) * 46).lineTo(startX + (step + 1) * 62, startY - (step + 1) * 46);
    }
    doc.stroke();
  }
  doc.restore();
}

function drawOutline(pen: Pen, inset: number, colour: string, thickness: number): void {
  const corner = steppedCorner(inset);
  const right: Point[] = corner.map(([x, y]): Point => [paper.width - x, y]).reverse();
  const top = [...corner, ...right];
  const bottom = top.map(([x, y]): Point => [x, paper.height - y]).reverse();
  pen.doc.lineWidth(thickness).strokeColor(colour);
  pen.doc.polygon(...[...top, ...bottom].map(([x, y]) => [x, y])).stroke();
}

/** The upper left corner, from the left side up to the top side. */
function steppedCorner(inset: number): Point[] {
  const depth = steps * stepSize;
  return Array.from({ length: steps }, (_, at): Point[] => {
    const x = inset + at * stepSize;
    const y = inset + depth - at * stepSize;
    return [[x, y], [x + stepSize, y]];
  }).flat().concat([[inset + depth, inset]]);
}

/** The emblem: the product's stair on a navy field. Invented, so that it stands for no state or city. */
export function drawEmblem(pen: Pen, x: number, y: number, size: number, alt: string): void {
  const { doc } = pen;
  const unit = size / 32;
  pen.tag('Figure', { alt }, () => {
    doc.save().translate(x, y).scale(unit);
    doc.roundedRect(0, 0, 32, 32, 7).fill(colours.navy);
    doc.lineWidth(2.4).lineJoin('round').lineCap('round').strokeColor(colours.white);
    doc.moveTo(6.5, 24.5).lineTo(12.5, 24.5).lineTo(12.5, 18.5).lineTo(18.5, 18.5).lineTo(18.5, 12.5).lineTo(24.5, 12.5).stroke();
    doc.circle(22.6, 7.4, 2.1).fill(colours.gold);
    doc.restore();
  });
}

/** Draws a QR symbol as vector squares, `size` points wide without its quiet zone. */
export function drawQr(pen: Pen, { modules, runs }: QrSymbol, x: number, y: number, size: number, alt: string): void {
  const { doc } = pen;
  pen.tag('Figure', { alt }, () => {
    const unit = size / modules;
    doc.rect(x - 4 * unit, y - 4 * unit, size + 8 * unit, size + 8 * unit).fill(colours.white);
    doc.save().translate(x, y).scale(unit);
    // Written as raw operators: one path of some three hundred squares is most of the page's drawing time otherwise.
    doc.addContent(runs.map((run) => `${run.x} ${run.y} ${run.width} 1 re`).join(' '));
    doc.fill(colours.ink).restore();
  });
}
