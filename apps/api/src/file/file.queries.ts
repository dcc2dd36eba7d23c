import type { KeptFile } from '@jenjang/shared';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

/** A kept file and whose it is. */
export interface FileRecord extends KeptFile {
  readonly agencyId: string | null;
  readonly createdBy: string | null;
}

const columns = `id, name, media_type as "mediaType", bytes, sha256, agency_id as "agencyId", created_by as "createdBy"`;

export async function loadFile(db: Database, id: string): Promise<FileRecord | null> {
  const [file] = await db.read<FileRecord>(`select ${columns} from stored_file where id = $1`, [id]);
  return file ?? null;
}

/** Notes a file whose bytes already lie in the storage. */
export async function insertFile(tx: Transaction, file: Omit<FileRecord, 'id'>): Promise<FileRecord> {
  const [row] = await rowsOf<FileRecord>(
    tx,
    `insert into stored_file (agency_id, name, media_type, bytes, sha256, created_by) values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
    [file.agencyId, file.name, file.mediaType, file.bytes, file.sha256, file.createdBy],
  );
  if (!row) throw new Error('an insert gave no row');
  return row;
}
