import { Injectable } from '@nestjs/common';
import { Refusal, type Activity, type ActivityChange, type ActivityKind, type ActivityRequest, type ModuleChange, type ModuleRequest } from '@jenjang/shared';
import { FileService } from '../file/index.js';
import { Database, Missing, OutOfReach, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import {
  insertActivity, insertModule, loadModule, loadOrder, loadStoredActivity, removeContent, storeOrder, updateActivity, updateModule, type Ordered,
} from './content.queries.js';
import { loadActivity, lockCurriculum, type LockedCurriculum } from './curriculum.queries.js';

const mediaOfKind: Readonly<Record<Exclude<ActivityKind, 'page'>, readonly string[]>> = {
  pdf: ['application/pdf'],
  video: ['video/mp4', 'video/webm'],
};

/** Modules of a draft and what participants open in them. */
@Injectable()
export class ContentService {
  constructor(
    private readonly db: Database,
    private readonly files: FileService,
  ) {}

  /** An activity with its body, as its editor needs it. */
  async activity(actor: Actor, id: string): Promise<Activity> {
    const found = await loadActivity(this.db, actor, id);
    if (!found) throw new Missing('activity', id);
    if (!found.readable) throw new OutOfReach('programme.read', 'activity', id);
    return found.activity;
  }

  addModule(actor: Actor, curriculumId: string, request: ModuleRequest): Promise<{ id: string }> {
    return this.change(actor, { curriculum: curriculumId }, async (tx) => ({ id: await insertModule(tx, curriculumId, request) }));
  }

  changeModule(actor: Actor, id: string, { version, ...request }: ModuleChange): Promise<void> {
    return this.change(actor, { module: id }, async (tx) => {
      requireFresh(await loadModule(tx, id), version, request);
      await updateModule(tx, id, request);
    });
  }

  async addActivity(actor: Actor, moduleId: string, request: ActivityRequest): Promise<{ id: string }> {
    await this.requireFile(actor, request);
    return this.change(actor, { module: moduleId }, async (tx) => ({ id: await insertActivity(tx, moduleId, request) }));
  }

  async changeActivity(actor: Actor, id: string, { version, ...request }: ActivityChange): Promise<Activity> {
    await this.requireFile(actor, request);
    await this.change(actor, { activity: id }, async (tx) => {
      requireFresh(await loadStoredActivity(tx, id), version, request);
      await updateActivity(tx, id, request);
    });
    return this.activity(actor, id);
  }

  remove(actor: Actor, kind: Ordered, id: string): Promise<void> {
    return this.change(actor, { [kind]: id }, (tx) => removeContent(tx, kind, id));
  }

  orderModules(actor: Actor, curriculumId: string, ids: readonly string[]): Promise<void> {
    return this.change(actor, { curriculum: curriculumId }, (tx) => reorder(tx, 'module', curriculumId, ids));
  }

  orderActivities(actor: Actor, moduleId: string, ids: readonly string[]): Promise<void> {
    return this.change(actor, { module: moduleId }, (tx) => reorder(tx, 'activity', moduleId, ids));
  }

  /** Work on a draft within reach. @throws Refusal curriculum.isFrozen once it is published */
  private change<Result>(actor: Actor, by: Parameters<typeof lockCurriculum>[1], work: (tx: Transaction, draft: LockedCurriculum) => Promise<Result>): Promise<Result> {
    return this.db.transaction(actor, async (tx) => {
      const locked = await lockCurriculum(tx, by);
      const [kind = 'curriculum', id = ''] = Object.entries(by)[0] ?? [];
      if (!locked) throw new Missing(kind, id);
      requireAccess(actor, 'learning.manage', { agencyId: locked.agencyId }, { kind, id });
      if (locked.state !== 'draft') throw new Refusal('curriculum.isFrozen', { state: locked.state });
      return work(tx, locked);
    });
  }

  /** The file must be one that the caller may read, and of the kind that the activity says. */
  private async requireFile(actor: Actor, { kind, fileId }: ActivityRequest): Promise<void> {
    if (kind === 'page') return;
    const file = await this.files.find(actor, fileId ?? '');
    if (!mediaOfKind[kind].includes(file.mediaType)) {
      throw new Refusal('activity.fileKind', { kind, found: file.mediaType }, [{ path: 'fileId', code: 'activity.fileKind', value: file.name }]);
    }
  }
}

/** Someone may have saved since the form was opened: then both are shown. */
function requireFresh(stored: { readonly version: string } | null, version: string, given: object): void {
  if (!stored) throw new Refusal('conflict.stale', { stored, given });
  if (stored.version !== version) throw new Refusal('conflict.stale', { stored, given });
}

async function reorder(tx: Transaction, kind: Ordered, parentId: string, ids: readonly string[]): Promise<void> {
  const known = new Set(await loadOrder(tx, kind, parentId));
  if (known.size !== ids.length || ids.some((id) => !known.has(id))) throw new Refusal('module.order');
  await storeOrder(tx, kind, ids);
}
