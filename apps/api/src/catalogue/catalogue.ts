import type { Storage, Transaction } from '../platform/index.js';
import { academies } from './academy.templates.js';
import { keepFile, readPage } from './catalogue.content.js';
import { insertAcademies, insertActivities, insertModules, insertNationalFile, insertProgrammes, publishDrafts, type ActivityToStore } from './catalogue.queries.js';
import type { FileTemplate, PageTemplate, ProgrammeTemplate } from './catalogue.types.js';
import { dlaTemplates } from './dla.templates.js';
import { gtaTemplates } from './gta.templates.js';
import { publicTemplates } from './public.templates.js';

/** National programmes that every installation begins with. */
export const programmeTemplates: readonly ProgrammeTemplate[] = [...dlaTemplates, ...gtaTemplates, ...publicTemplates];

/**
 * Stores the academies and national programmes that are not there yet, published and with their content. May be
 * called again at any time: what exists is left as it is, also when somebody has changed it.
 */
export async function ensureTemplates(tx: Transaction, storage: Storage): Promise<{ readonly programmes: readonly string[] }> {
  await insertAcademies(tx, academies);
  const codes = await insertProgrammes(tx, programmeTemplates);
  const fresh = programmeTemplates.filter(({ code }) => codes.includes(code));
  if (fresh.length > 0) {
    await insertModules(tx, fresh);
    await insertActivities(tx, await activitiesOf(tx, storage, fresh));
    await publishDrafts(tx, codes);
  }
  return { programmes: codes };
}

async function activitiesOf(tx: Transaction, storage: Storage, templates: readonly ProgrammeTemplate[]): Promise<ActivityToStore[]> {
  const listed = templates.flatMap(({ code: programme, modules }) =>
    modules.flatMap(({ code: module, activities }) => activities.map((activity, index) => ({ activity, place: { programme, module, position: index + 1 } }))));
  const stored: ActivityToStore[] = [];
  for (const { activity, place } of listed) stored.push({ ...place, ...(await contentOf(tx, storage, activity)) });
  return stored;
}

async function contentOf(tx: Transaction, storage: Storage, activity: PageTemplate | FileTemplate): Promise<Omit<ActivityToStore, 'programme' | 'module' | 'position'>> {
  if (activity.kind === 'page') return { kind: 'page', ...(await readPage(activity)), fileId: null, required: true };
  const fileId = await insertNationalFile(tx, { name: activity.name, mediaType: activity.mediaType, ...(await keepFile(storage, activity)) });
  return { kind: activity.kind, title: activity.title, body: null, fileId, required: activity.required };
}
