import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Storage, StoredContent } from '../platform/index.js';
import type { FileTemplate, PageTemplate } from './catalogue.types.js';
import { drawHandout } from './handout.pdf.js';

const folder = path.resolve(import.meta.dirname, '../../content');

/** Title and text of a page. @throws Error when its first line is no heading */
export async function readPage({ source }: PageTemplate): Promise<{ readonly title: string; readonly body: string }> {
  const text = await readFile(path.join(folder, source), 'utf8');
  const [, title, body] = /^# (.+)\n+([\s\S]+)$/.exec(text) ?? [];
  if (!title || !body) throw new Error(`${source} does not begin with its title`);
  return { title, body };
}

/** Puts the bytes of a file into the storage. */
export async function keepFile(storage: Storage, { source }: FileTemplate): Promise<StoredContent> {
  return storage.put(source === null ? Readable.from([await drawHandout()]) : createReadStream(path.join(folder, source)));
}
