import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Refusal, type FilePurpose, type KeptFile, type UploadQuery } from '@jenjang/shared';
import { Database, mayAt, Missing, OutOfReach, RateLimit, Storage, type Actor, type Limit } from '../platform/index.js';
import { inspectContent } from './file.content.js';
import { insertFile, loadFile, type FileRecord } from './file.queries.js';

/** A file as the multipart parser left it on the disk. */
export interface IncomingFile {
  readonly path: string;
  readonly originalname: string;
  readonly size: number;
}

/** Says whether the actor may read a file because of how a feature uses it. */
export type FileReader = (actor: Actor, file: FileRecord) => Promise<boolean>;

/** Null: everybody with an account, because they only hand in what is read together with their own request. */
const permissionsOfPurpose = {
  learning: ['learning.manage'],
  import: ['person.manage', 'agency.manage', 'enrolment.manage'],
  letter: null,
  report: null,
} as const satisfies Record<FilePurpose, readonly string[] | null>;

/** Enough for anybody's letters, too few to fill the storage. */
const letterLimit: Limit = { name: 'letter', points: 60, seconds: 3600 };

/** Keeps uploaded files by their content, and gives them to those who may read them. */
@Injectable()
export class FileService {
  private readonly readers: FileReader[] = [];

  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
    private readonly limits: RateLimit,
  ) {}

  /** Features add who else may read the files that they use. Called once by each. */
  letRead(reader: FileReader): void {
    this.readers.push(reader);
  }

  /**
   * Whether the actor may upload for this purpose and agency; judged before a byte is read.
   * @throws OutOfReach when not, HttpProblem 429 after too many letters
   */
  async admit(actor: Actor, query: UploadQuery): Promise<void> {
    this.requireUpload(actor, query);
    if (permissionsOfPurpose[query.purpose] === null) await this.limits.count(letterLimit, actor.accountId ?? '');
  }

  /**
   * Keeps an uploaded file when its content suits the purpose; whatever happens, nothing stays half-kept.
   * @throws Refusal file.missing, file.empty, file.wrongContent or file.tooLarge
   */
  async keep(actor: Actor, query: UploadQuery, incoming: IncomingFile | undefined): Promise<KeptFile> {
    if (!incoming) throw new Refusal('file.missing', {}, [{ path: 'file', code: 'field.isNotEmpty' }]);
    try {
      this.requireUpload(actor, query);
      const mediaType = await inspectContent(incoming.path, incoming.size, query.purpose);
      const content = await this.storage.put(createReadStream(incoming.path));
      const name = tidyName(incoming.originalname);
      const record = { ...content, name, mediaType, agencyId: query.agencyId ?? null, createdBy: actor.accountId };
      return publicFacts(await this.db.transaction(actor, (tx) => insertFile(tx, record)));
    } finally {
      await rm(incoming.path, { force: true });
    }
  }

  /** The record of a file that the actor may read. @throws OutOfReach or Missing */
  async find(actor: Actor, id: string): Promise<FileRecord> {
    const file = await loadFile(this.db, id);
    if (!file) throw new Missing('stored_file', id);
    if (file.createdBy !== null && file.createdBy === actor.accountId) return file;
    if (mayAt(actor, 'learning.manage', { agencyId: file.agencyId })) return file;
    for (const mayRead of this.readers) if (await mayRead(actor, file)) return file;
    throw new OutOfReach('learning.manage', 'stored_file', id);
  }

  /** The bytes of a file, for features that have already decided who asks. @throws Missing */
  async open(id: string): Promise<{ readonly file: FileRecord; readonly path: string; readonly stream: () => Readable }> {
    const file = await loadFile(this.db, id);
    if (!file) throw new Missing('stored_file', id);
    return { file, path: this.storage.pathOf(file.sha256), stream: () => this.storage.read(file.sha256) };
  }

  private requireUpload(actor: Actor, { purpose, agencyId }: UploadQuery): void {
    const permissions = permissionsOfPurpose[purpose];
    if (permissions === null && actor.accountId !== null) return;
    const allowed = permissions?.some((permission) => mayAt(actor, permission, { agencyId: agencyId ?? null }));
    if (!allowed) throw new OutOfReach(permissions?.[0] ?? 'learning.manage', 'agency', agencyId ?? 'national');
  }
}

function publicFacts({ id, name, mediaType, bytes, sha256 }: FileRecord): KeptFile {
  return { id, name, mediaType, bytes, sha256 };
}

/** The last part of the name, without control characters, as long as a file name may be. */
function tidyName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const tidy = [...last.replace(/\p{Cc}/gu, '').trim()].slice(0, 200).join('');
  return tidy === '' ? 'berkas' : tidy;
}
