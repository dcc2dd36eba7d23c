import { colours, paper } from './certificate.pdf-pen.js';
import type { Pen } from './certificate.pdf-pen.js';
import type { QrSymbol } from './certificate.qr.js';

type Point = readonly [number, number];

/** Distance of text from the edge of the paper, in points. */
export const margin = 56;

/** Distance of the frame from the edge of the paper. */
const frameInset = 24;
const cornerStep = 8;
const cornerSteps = 3;

/** The ground: two pale flights of stairs, the nearer one a little darker. Each starts at the lower left. */
const flights = [
  { left: -150, bottom: 600, run: 118, rise: 58, colour: colours.paleFar },
  { left: 60, bottom: 606, run: 104, rise: 51, colour: colours.paleNear },
] as const;
const flightSteps = 12;

const path = (points: readonly Point[]): string =>
  points.map(([x, y], at) => `${x.toFixed(2)} ${y.toFixed(2)} ${at === 0 ? 'm' : 'l'}`).join(' ');

// The same on every page of every certificate, so it is written as operators once.
const clipPath = path(outline(frameInset + 5));
const framePaths = [frameInset, frameInset + 5].map((inset) => path(outline(inset)));
const flightPaths = flights.map((flight) => ({ colour: flight.colour, path: path(stair(flight)) }));

/** Ground and frame of every page: a hairline whose corners climb in steps, the product's mark. */
export function drawFrame({ doc, decorate }: Pen): void {
  const [outer, inner] = framePaths;
  decorate(() => {
    doc.save().addContent(`${clipPath} h W n`);
    for (const flight of flightPaths) doc.fillColor(flight.colour).addContent(`${flight.path} h f`);
    doc.restore();
    doc.lineWidth(1.1).strokeColor(colours.navy).addContent(`${outer} h S`);
    doc.lineWidth(0.5).strokeColor(colours.goldLine).addContent(`${inner} h S`);
  });
}

/** The area under a flight of steps that climbs to the right. */
function stair({ left, bottom, run, rise }: (typeof flights)[number]): Point[] {
  const climb = Array.from({ length: flightSteps }, (_, at): Point[] => {
    const [x, y] = [left + at * run, bottom - (at + 1) * rise];
    return [
      [x, y],
      [x + run, y],
    ];
  });
  return [[left, paper.height], ...climb.flat(), [left + flightSteps * run, paper.height]];
}

/** The frame at a distance from the edge, clockwise from its upper left corner. */
function outline(inset: number): Point[] {
  const corner = steppedCorner(inset);
  const top = [...corner, ...corner.map(([x, y]): Point => [paper.width - x, y]).reverse()];
  return [...top, ...top.map(([x, y]): Point => [x, paper.height - y]).reverse()];
}

/** The upper left corner, from the left side up to the top side. */
function steppedCorner(inset: number): Point[] {
  const depth = cornerSteps * cornerStep;
  const climb = Array.from({ length: cornerSteps }, (_, at): Point[] => {
    const x = inset + at * cornerStep;
    const y = inset + depth - at * cornerStep;
    return [
      [x, y],
      [x + cornerStep, y],
    ];
  });
  return [...climb.flat(), [inset + depth, inset]];
}

/** The emblem: the product's stair on a navy field. Invented, so that it stands for no state or city. */
export function drawEmblem(pen: Pen, x: number, y: number, size: number, alt: string): void {
  const { doc } = pen;
  const unit = size / 32;
  pen.tag('Figure', { alt }, () => {
    doc.save().translate(x, y).scale(unit);
    doc.roundedRect(0, 0, 32, 32, 7).fill(colours.navy);
    doc.lineWidth(2.4).lineJoin('round').lineCap('round').strokeColor(colours.white);
    doc
      .moveTo(6.5, 24.5)
      .lineTo(12.5, 24.5)
      .lineTo(12.5, 18.5)
      .lineTo(18.5, 18.5)
      .lineTo(18.5, 12.5)
      .lineTo(24.5, 12.5)
      .stroke();
    doc.circle(22.6, 7.4, 2.1).fill(colours.gold);
    doc.restore();
  });
}

/** Draws a QR symbol as vector squares, `size` points wide without its quiet zone. */
export function drawQr(
  pen: Pen,
  { modules, runs }: QrSymbol,
  x: number,
  y: number,
  size: number,
  alt: string,
): void {
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
