import { Injectable } from '@nestjs/common';
import { Refusal, type Academy, type FromTemplateRequest, type Page, type Programme, type ProgrammeChange, type ProgrammeQuery, type ProgrammeRequest, type ProgrammeRow } from '@jenjang/shared';
import { Clock, Database, Missing, OutOfReach, requireAccess, type Actor } from '../platform/index.js';
import { copyContent, insertDraft, loadVersions } from './curriculum.queries.js';
import { insertProgramme, loadAcademies, loadProgramme, loadProgrammes, lockProgramme, updateProgramme, type ProgrammeFacts, type ProgrammeRecord } from './programme.queries.js';
import { curriculumOperationsOf, programmeOperationsOf } from './programme.reach.js';

/** Programmes: what is taught, by whom it is owned, in which versions. */
@Injectable()
export class ProgrammeService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  academies(): Promise<Academy[]> {
    return loadAcademies(this.db);
  }

  list(actor: Actor, query: ProgrammeQuery): Promise<Page<ProgrammeRow>> {
    return loadProgrammes(this.db, actor, query);
  }

  async find(actor: Actor, id: string): Promise<Programme> {
    const { readable: _readable, ...programme } = await this.load(actor, id);
    const counts = { agencyId: programme.agencyId, drafts: countOf(programme, 'draft'), published: countOf(programme, 'published') };
    const curricula = programme.curricula.map((curriculum) => ({
      ...curriculum,
      allowedOperations: curriculumOperationsOf(actor, { agencyId: programme.agencyId, state: curriculum.state }),
    }));
    return { ...programme, curricula, allowedOperations: programmeOperationsOf(actor, counts) };
  }

  async create(actor: Actor, request: ProgrammeRequest): Promise<Programme> {
    const agencyId = request.agencyId ?? null;
    requireAccess(actor, 'programme.manage', { agencyId }, { kind: 'agency', id: agencyId ?? 'national' });
    const id = await this.db.transaction(actor, (tx) => insertProgramme(tx, request));
    return this.find(actor, id);
  }

  /** @throws Refusal conflict.stale when someone else saved first */
  async change(actor: Actor, id: string, request: ProgrammeChange): Promise<Programme> {
    const changes = given(request);
    await this.db.transaction(actor, async (tx) => {
      const stored = await lockProgramme(tx, id);
      if (!stored) throw new Missing('programme', id);
      requireAccess(actor, 'programme.manage', { agencyId: stored.agencyId }, { kind: 'programme', id });
      if (stored.version !== request.version) throw new Refusal('conflict.stale', { stored, given: changes });
      await updateProgramme(tx, { ...stored, ...changes }, this.clock.now());
    });
    return this.find(actor, id);
  }

  /** A programme of an agency's own, its draft copied from the newest published curriculum of the template. */
  async adopt(actor: Actor, { templateId, agencyId }: FromTemplateRequest): Promise<Programme> {
    requireAccess(actor, 'programme.manage', { agencyId }, { kind: 'agency', id: agencyId });
    const template = await this.load(actor, templateId);
    const id = await this.db.transaction(actor, async (tx) => {
      const newest = (await loadVersions(tx, templateId)).find(({ state }) => state === 'published');
      if (!newest) throw new Refusal('programme.nothingPublished');
      const programmeId = await insertProgramme(tx, { ...template, agencyId });
      await copyContent(tx, newest.id, await insertDraft(tx, programmeId, 1, newest));
      return programmeId;
    });
    return this.find(actor, id);
  }

  private async load(actor: Actor, id: string): Promise<ProgrammeRecord> {
    const programme = await loadProgramme(this.db, actor, id);
    if (!programme) throw new Missing('programme', id);
    if (!programme.readable) throw new OutOfReach('programme.read', 'programme', id);
    return programme;
  }
}

function countOf({ curricula }: Pick<ProgrammeRecord, 'curricula'>, wanted: string): number {
  return curricula.filter(({ state }) => state === wanted).length;
}

/** Only what the request names: what is left out stays as stored. */
function given(request: ProgrammeChange): Partial<ProgrammeFacts> {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
}
