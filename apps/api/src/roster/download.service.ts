import { Injectable, StreamableFile } from '@nestjs/common';
import { rosterKindLabels, type RosterKind } from '@jenjang/shared';
import type { Response } from 'express';
import { dispositionOf } from '../file/index.js';
import { Database, type Actor } from '../platform/index.js';
import type { TableKind } from '../tabular/index.js';
import { writeRejected, writeTemplate } from './roster.files.js';
import { rejectedRows } from './roster.queries.js';
import { RosterService } from './roster.service.js';

const mediaTypes: Readonly<Record<TableKind, string>> = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/** Files that an import gives: the empty template, and the rows that were rejected. */
@Injectable()
export class DownloadService {
  constructor(
    private readonly rosters: RosterService,
    private readonly db: Database,
  ) {}

  async template(actor: Actor, kind: RosterKind): Promise<StreamableFile> {
    const name = `templat-${rosterKindLabels[kind].id.toLowerCase()}.xlsx`;
    return new StreamableFile(await writeTemplate(kind, actor.locale), { type: mediaTypes.xlsx, disposition: dispositionOf('attachment', name) });
  }

  /** Sends the rejected rows back with their reasons. */
  async rejected(actor: Actor, id: string, kind: TableKind, response: Response): Promise<void> {
    const run = await this.rosters.find(actor, id);
    const name = `${run.fileName.replace(/\.[^.]*$/, '')}-ditolak.${kind}`;
    response.set({ 'content-type': mediaTypes[kind], 'content-disposition': dispositionOf('attachment', name), 'cache-control': 'no-store' });
    await writeRejected(kind, run, rejectedRows(this.db, id), actor.locale, response);
  }
}
