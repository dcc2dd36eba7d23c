import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from './tokens.js';
import type { Config } from './config.js';

/** What was kept: its name is its content. */
export interface StoredContent {
  readonly sha256: string;
  readonly bytes: number;
}

/** Keeps bytes under their SHA-256 in a directory. Once `put` answers, a crash cannot lose them. */
@Injectable()
export class Storage {
  private readonly root: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.root = path.join(config.dataDirectory, 'files');
  }

  /** Writes a stream aside, flushes it, then moves it to its place. The same content is kept once. */
  async put(content: Readable): Promise<StoredContent> {
    const aside = path.join(this.root, `incoming-${randomUUID()}`);
    await mkdir(this.root, { recursive: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(content, meter, createWriteStream(aside, { flush: true }));
      const sha256 = hash.digest('hex');
      await mkdir(path.dirname(this.pathOf(sha256)), { recursive: true });
      await rename(aside, this.pathOf(sha256));
      await flushDirectory(path.dirname(this.pathOf(sha256)));
      return { sha256, bytes };
    } finally {
      await rm(aside, { force: true });
    }
  }

  /** The bytes, from `start` to `end` inclusive when given. */
  read(sha256: string, range?: { start: number; end: number }): Readable {
    return createReadStream(this.pathOf(sha256), range);
  }

  /** Size in bytes, or null when nothing is kept under this name. */
  async size(sha256: string): Promise<number | null> {
    return stat(this.pathOf(sha256)).then((found) => found.size, () => null);
  }

  /** Where the bytes lie, for readers that need a path. */
  pathOf(sha256: string): string {
    return path.join(this.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  /** Whether the directory can be written, for the health check. */
  async writable(): Promise<boolean> {
    const probe = path.join(this.root, `probe-${randomUUID()}`);
    try {
      await mkdir(this.root, { recursive: true });
      await (await open(probe, 'w')).close();
      return true;
    } catch {
      return false;
    } finally {
      await rm(probe, { force: true });
    }
  }
}

async function flushDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  await handle.sync().finally(() => handle.close());
}
