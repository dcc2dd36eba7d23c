import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Table, TableRow } from './tabular.types.js';

/** A folder for one spec file's fixtures. Call `remove` when the spec ends. */
export async function aFolder(): Promise<{ file: (name: string) => string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'jenjang-tabular-'));
  return { file: (name) => join(folder, name), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Writes text in an encoding, with or without its byte order mark, and gives the path back. */
export async function writeText(
  path: string,
  text: string,
  encoding = 'utf-8',
  addBOM = false,
): Promise<string> {
  await writeFile(path, iconv.encode(text, encoding, { addBOM }));
  return path;
}

export async function allRows({ rows }: Table): Promise<TableRow[]> {
  const all: TableRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
