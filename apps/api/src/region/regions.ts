import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Transaction } from '../platform/index.js';

/** An official region: `64.72.03` is Kecamatan Samarinda Ulu. Codes grow by a dot and digits per level. */
export interface Region {
  readonly code: string;
  readonly name: string;
}

const source = path.resolve(import.meta.dirname, '../../assets/wilayah.csv');

/** All regions of the shipped extract of Kepmendagri 300.2.2-2138/2025, by code. */
export async function readRegions(): Promise<Region[]> {
  const [, ...lines] = (await readFile(source, 'utf8')).trim().split(/\r?\n/);
  return lines.map((line) => {
    const comma = line.indexOf(',');
    return { code: line.slice(0, comma), name: line.slice(comma + 1) };
  });
}

/** Writes the official regions that are not there yet. */
export async function ensureRegions(tx: Transaction): Promise<void> {
  await tx.query(
    `insert into region (code, name) select r.code, r.name from jsonb_to_recordset($1::jsonb) as r(code text, name text) on conflict (code) do nothing`,
    [JSON.stringify(await readRegions())]);
}

/** Regions directly below one. */
export function regionsBelow(regions: readonly Region[], code: string): Region[] {
  return regions.filter((region) => region.code.startsWith(`${code}.`) && !region.code.slice(code.length + 1).includes('.'));
}
