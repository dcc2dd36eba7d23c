import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { HttpProblem, type Storage } from '../platform/index.js';
import type { FileRecord } from './file.queries.js';

/**
 * Types that the browser may show in the page. A PDF cannot carry `sandbox`, or the browser's own viewer refuses it;
 * it gets a policy under which nothing can be loaded or run.
 */
const shownInPage: Readonly<Record<string, string>> = {
  'application/pdf': "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
  'video/mp4': "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
  'video/webm': "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
};
const policyOfOthers = "default-src 'none'; sandbox";

/** Sends a kept file: whole, one range of it, or nothing when the reader has it already. */
export async function sendFile(storage: Storage, file: FileRecord, request: Request, response: Response): Promise<void> {
  response.set(headersOf(file));
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const range = rangeOf(request, file);
  if (range) response.status(206).set('content-range', `bytes ${String(range.start)}-${String(range.end)}/${String(file.bytes)}`);
  response.set('content-length', String(range ? range.end - range.start + 1 : file.bytes));
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // A reader that leaves in the middle is no failure of ours.
  await pipeline(storage.read(file.sha256, range), response).catch((error: unknown) => { if (!request.destroyed) throw error; });
}

function headersOf(file: FileRecord): Record<string, string> {
  const policy = shownInPage[file.mediaType];
  return {
    'content-type': file.mediaType,
    'content-disposition': dispositionOf(policy ? 'inline' : 'attachment', file.name),
    'content-security-policy': policy ?? policyOfOthers,
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    etag: `"${file.sha256}"`,
  };
}

/** One range is honoured; several at once are answered with the whole file, as HTTP allows. */
function rangeOf(request: Request, file: FileRecord): { start: number; end: number } | undefined {
  const sameContent = request.get('if-range') ?? `"${file.sha256}"`;
  const ranges = sameContent === `"${file.sha256}"` ? request.range(file.bytes) : undefined;
  if (ranges === -1) throw new HttpProblem(416, 'file.range', { bytes: file.bytes }, [], { 'content-range': `bytes */${String(file.bytes)}` });
  if (!Array.isArray(ranges) || ranges.type !== 'bytes' || ranges.length !== 1) return undefined;
  return ranges[0];
}

/** A `Content-Disposition` that keeps any name: plain letters for old readers, the exact one for the rest (RFC 6266). */
export function dispositionOf(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
