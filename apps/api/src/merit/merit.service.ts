import { createHash, randomUUID } from 'node:crypto';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Refusal, wordMeritFilter, type MeritExportRequest, type MeritFilter, type MeritFormat, type MeritManifest, type MeritQuery, type MeritRecord, type Page, type PersonLessonHours } from '@jenjang/shared';
import { Database, HttpProblem, Jobs, Missing, pageOf, Storage, type Actor, type JobContext } from '../platform/index.js';
import { loadFilterNames, loadLessonHours, loadManifest, loadManifests } from './manifest.queries.js';
import { meritCondition, meritTables, recordColumns } from './merit.queries.js';
import { mediaTypes, writeMerit, type MeritSelection } from './merit.streams.js';

/** Up to this many rows a file is made at once; more are a job. */
const ROWS_AT_ONCE = 5000;

/** What HR reads and takes away. */
@Injectable()
export class MeritService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<MeritExportRequest>('merit.export', (job) => this.work(job));
  }

  async list(actor: Actor, query: MeritQuery): Promise<Page<MeritRecord>> {
    requirePeriod(query);
    const values: unknown[] = [];
    const condition = meritCondition(actor, 'merit.read', query, values);
    return pageOf<MeritRecord>(this.db, query, {
      columns: recordColumns, from: `from ${meritTables} where ${condition}`, values, tie: 'c.id',
      defaultSort: '-issued', sorts: { issued: 'c.issued_on', name: `lower(c.snapshot #>> '{holder,name}')`, opd: `c.snapshot #>> '{holder,opdName}'`, lessonHours: 'c.lesson_hours', programme: `c.snapshot #>> '{programme,name}'` },
    });
  }

  /** JP per year of a person, from the ledger. */
  async lessonHours(actor: Actor, personId: string): Promise<PersonLessonHours[]> {
    return loadLessonHours(this.db, actor, personId);
  }

  /** Writes the rows to a stream as they come from the database and keeps the manifest, unless the reader leaves before the end. */
  async stream(actor: Actor, format: MeritFormat, filter: MeritFilter, id: string, target: Writable): Promise<void> {
    const meter = new PassThrough();
    const measured = measure(meter);
    // When the reader leaves nobody takes the rest: without this the database connection would wait for ever.
    target.once('close', () => meter.destroy());
    // The answer ends only when its manifest is kept: whoever has the last byte finds the proof.
    meter.pipe(target, { end: false });
    try {
      const [rows] = await Promise.all([this.write(actor, format, filter, meter), finished(meter)]);
      await this.keepManifest(actor, { id, format, filter, rows, fileId: null, ...measured() });
      target.end();
    } catch (error) {
      if (!target.destroyed) throw error;
    }
  }

  /** A file for the asker: made at once while it is small, by a job when it is not. */
  async ask(actor: Actor, { format, ...filter }: MeritExportRequest): Promise<{ exportId: string | null; jobId: string | null; rows: number }> {
    requirePeriod(filter);
    const rows = await this.count(actor, filter);
    if (rows === 0) throw new Refusal('merit.empty');
    if (rows <= ROWS_AT_ONCE) return { exportId: await this.makeFile(actor, format, filter), jobId: null, rows };
    const jobId = await this.db.transaction(actor, (tx) => this.jobs.ask(tx, actor, 'merit.export', { format, ...filter }, { agencyId: null, total: rows }));
    return { exportId: null, jobId, rows };
  }

  async manifests(actor: Actor): Promise<MeritManifest[]> {
    return loadManifests(this.db, actor);
  }

  async manifest(actor: Actor, id: string): Promise<MeritManifest> {
    const found = await loadManifest(this.db, actor, id);
    if (!found) throw new Missing('merit_export', id);
    return found.manifest;
  }

  /** The bytes as delivered, for their asker only. */
  async file(actor: Actor, id: string): Promise<{ name: string; mediaType: string; content: Readable }> {
    const found = await loadManifest(this.db, actor, id);
    if (!found?.manifest.kept) throw new Missing('merit_export', id);
    const { manifest } = found;
    return { name: `jenjang-sertifikat-${manifest.createdAt.slice(0, 10)}.${manifest.format}`, mediaType: mediaTypes[manifest.format], content: this.storage.read(manifest.sha256) };
  }

  private async work({ actor, payload: { format, ...filter }, progress }: JobContext<MeritExportRequest>): Promise<{ exportId: string }> {
    const rows = await this.count(actor, filter);
    await progress(0, rows);
    const exportId = await this.makeFile(actor, format, filter);
    await progress(rows, rows);
    return { exportId };
  }

  private async makeFile(actor: Actor, format: MeritFormat, filter: MeritFilter): Promise<string> {
    const id = randomUUID();
    const meter = new PassThrough();
    const [rows, { sha256, bytes }] = await Promise.all([this.write(actor, format, filter, meter), this.storage.put(meter)]);
    await this.keepManifest(actor, { id, format, filter, rows, fileId: randomUUID(), bytes, sha256 });
    return id;
  }

  private async write(actor: Actor, format: MeritFormat, filter: MeritFilter, target: Writable): Promise<number> {
    const client = await this.db.pool.connect();
    try {
      // One snapshot for the whole file: what changes meanwhile is not half in it.
      await client.query('begin isolation level repeatable read read only');
      const rows = await writeMerit(client, format, this.select(actor, filter), target);
      await client.query('commit');
      client.release();
      return rows;
    } catch (error) {
      client.release(true);
      target.destroy(error instanceof Error ? error : undefined);
      throw error;
    }
  }

  private select(actor: Actor, filter: MeritFilter): MeritSelection {
    const values: unknown[] = [];
    return { condition: meritCondition(actor, 'merit.export', filter, values), values };
  }

  private async count(actor: Actor, filter: MeritFilter): Promise<number> {
    const { condition, values } = this.select(actor, filter);
    const [row] = await this.db.read<{ count: number }>(`select count(*) from ${meritTables} where ${condition}`, values);
    return row?.count ?? 0;
  }

  private async keepManifest(actor: Actor, made: MadeExport): Promise<void> {
    const filterText = wordMeritFilter(made.filter, await loadFilterNames(this.db, made.filter), actor.locale);
    await this.db.transaction(actor, async (tx) => {
      if (made.fileId) {
        await tx.query(`insert into stored_file (id, name, media_type, bytes, sha256, created_by) values ($1, $2, $3, $4, $5, $6)`,
          [made.fileId, `ekspor.${made.format}`, mediaTypes[made.format], made.bytes, made.sha256, actor.accountId]);
      }
      await tx.query(
        `insert into merit_export (id, account_id, client_id, format, filter, filter_text, rows, bytes, sha256, file_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [made.id, actor.accountId, actor.clientId, made.format, JSON.stringify(made.filter), filterText, made.rows, made.bytes, made.sha256, made.fileId]);
    });
  }
}

interface MadeExport {
  readonly id: string;
  readonly format: MeritFormat;
  readonly filter: MeritFilter;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly fileId: string | null;
}

function requirePeriod({ from, to }: MeritFilter): void {
  if (from && to && to < from) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'to', code: 'merit.periodOrder', value: to }]);
}

/** Counts and hashes what passes; asked for when everything has passed. */
function measure(stream: PassThrough): () => { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  return () => ({ bytes, sha256: hash.digest('hex') });
}
