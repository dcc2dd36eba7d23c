import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Storage, systemActor } from '../platform/index.js';
import { startApi, type TestApi } from '../testing/index.js';
import { ensureTemplates, programmeTemplates } from './index.js';

let api: TestApi;
beforeAll(async () => { api = await startApi(); });
afterAll(() => api.close());

const ensure = () => api.db.transaction(systemActor(), (tx) => ensureTemplates(tx, api.app.get(Storage)));
const codes = programmeTemplates.map(({ code }) => code);

it('stores every national programme once, published with its content, however often it is asked', async () => {
  await ensure();
  expect((await ensure()).programmes).toEqual([]);
  const stored = await api.db.read<{ code: string; state: string; modules: number; activities: number }>(
    `select p.code, k.state, count(distinct m.id)::int as modules, count(a.id)::int as activities
     from programme p join curriculum k on k.programme_id = p.id join module m on m.curriculum_id = k.id left join activity a on a.module_id = m.id
     where p.agency_id is null and p.code = any($1) group by p.id, k.id`, [codes]);
  expect(stored.map(({ code }) => code).sort()).toEqual([...codes].sort());
  for (const template of programmeTemplates) {
    expect(stored.find(({ code }) => code === template.code)).toMatchObject({
      state: 'published', modules: template.modules.length, activities: template.modules.flatMap(({ activities }) => activities).length,
    });
  }
});

it('keeps the files of templates where organisers of any agency can read them', async () => {
  await ensure();
  const files = await api.db.read<{ id: string; mediaType: string }>(
    `select f.id, f.media_type as "mediaType" from stored_file f join activity a on a.file_id = f.id join module m on m.id = a.module_id
     join curriculum k on k.id = m.curriculum_id join programme p on p.id = k.programme_id where p.code = 'DLA-CITY' and p.agency_id is null order by 2`);
  expect(files.map(({ mediaType }) => mediaType)).toEqual(['application/pdf', 'video/webm']);
  const admin = await api.as([{ role: 'admin', scope: 'national' }]);
  for (const { id, mediaType } of files) expect((await admin.get(`/api/v1/files/${id}`).expect(200)).headers['content-type']).toBe(mediaType);
});
