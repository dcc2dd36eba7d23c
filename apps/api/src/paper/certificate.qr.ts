import { encodeQR } from 'qr';

/** A QR symbol as horizontal runs of dark squares; the unit is one module. */
export interface QrSymbol {
  /** Modules along one side, without the quiet zone of four. */
  readonly modules: number;
  readonly runs: readonly { readonly x: number; readonly y: number; readonly width: number }[];
}

/**
 * Encodes the address of the public page in capitals, which QR stores in alphanumeric mode: fewer and larger
 * squares. Level Q survives the loss of a quarter of the symbol. The server reads the path without regard to case.
 */
export function verificationQr(verifyUrl: string): QrSymbol {
  // The encoder insists on a border of at least one module; it is cut off again here.
  const framed = encodeQR(verifyUrl.toUpperCase(), 'raw', { ecc: 'quartile', border: 1 });
  const rows = framed.slice(1, -1).map((row) => row.slice(1, -1));
  return { modules: rows.length, runs: rows.flatMap((row, y) => darkRuns(row, y)) };
}

function darkRuns(row: readonly boolean[], y: number): QrSymbol['runs'] {
  const runs: { x: number; y: number; width: number }[] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (dark && last && last.x + last.width === x) last.width += 1;
    else if (dark) runs.push({ x, y, width: 1 });
  });
  return runs;
}
