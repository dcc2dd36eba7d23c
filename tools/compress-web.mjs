// Compresses the built web app once, so that serving it costs no time per visit and takes the fewest bytes.
// Runs at the end of the web build; the API sends the .br or .gz beside a file to browsers that take it.
import { readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { inProject } from './project.mjs';

const COMPRESSIBLE = /\.(js|css|svg|json|txt|webmanifest)$/;
/** Less is sent in one packet anyway. */
const LEAST_BYTES = 1024;

const encodings = {
  '.br': (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  '.gz': (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** Writes a .br and a .gz beside every text file of the directory that is worth it. Returns how many files got them. */
export async function compressFiles(directory) {
  const files = readdirSync(directory, { recursive: true })
    .filter((name) => COMPRESSIBLE.test(name))
    .map((name) => path.join(directory, name))
    .filter((file) => statSync(file).size >= LEAST_BYTES);
  await Promise.all(files.map(compressFile));
  return files.length;
}

async function compressFile(file) {
  const bytes = await readFile(file);
  await Promise.all(
    Object.entries(encodings).map(async ([ending, compress]) => writeFile(file + ending, await compress(bytes))),
  );
}

if (process.argv[1] === import.meta.filename) {
  console.log(`${await compressFiles(inProject('apps', 'web', 'dist'))} files compressed`);
}
