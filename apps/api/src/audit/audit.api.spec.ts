import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '../platform/index.js';
import { startApi, type TestApi } from '../testing/index.js';
import { verifyAudit } from './index.js';

let api: TestApi;
let agencyId: string;
beforeAll(async () => {
  api = await startApi();
  const rows = await api.db.execute<{ id: string }>(`insert into agency (code, name, short_name, kind, zone) values ('AUDIT-A', 'Pemerintah Kota Contoh Audit', 'Kota Audit', 'city', 'Asia/Makassar') returning id`);
  agencyId = rows[0]!.id;
});
afterAll(() => api.close());

describe('the audit trail', () => {
  it('keeps who changed what, before and after, and shows it as a history', async () => {
    const caller = await api.as([{ role: 'admin', scope: 'agency', agencyId }]);
    await api.db.transaction({ ...systemActor(), accountId: caller.accountId }, (tx) => tx.query(`update agency set short_name = 'Kota Baru' where id = $1`, [agencyId]), 'Pemekaran');
    const { body } = await caller.get(`/api/v1/audit?kind=agency&id=${agencyId}`).expect(200);
    expect(body[0]).toMatchObject({ subjectKind: 'agency', by: 'Penguji Cemara', action: 'changed', reason: 'Pemekaran', before: { short_name: 'Kota Audit' }, after: { short_name: 'Kota Baru' } });
  });

  it('is not read from outside the scope, and the attempt is kept', async () => {
    const foreign = await api.as([{ role: 'admin', scope: 'agency', agencyId: (await anotherAgency()) }]);
    await foreign.get(`/api/v1/audit?kind=agency&id=${agencyId}`).expect(404);
    const attempts = await api.db.read(`select 1 from audit_event where action = 'denied' and subject_id = $1 and account_id = $2`, [agencyId, foreign.accountId]);
    expect(attempts).toHaveLength(1);
  });

  it.each(['update audit_event set reason = null', 'delete from audit_event', 'truncate audit_event cascade', 'delete from audit_seal'])('refuses %s', async (sql) => {
    await expect(api.db.execute(sql)).rejects.toMatchObject({ code: '23001' });
  });

  it('seals every event once, without gaps, when many write at once', async () => {
    const write = (n: number): Promise<unknown> => api.db.transaction(systemActor(), (tx) => tx.query(`insert into region (code, name) values ($1, 'x')`, [`t${String(n)}-${randomUUID().slice(0, 4)}`]).then(() => tx.query(`update agency set siasn_instansi_id = $2 where id = $1`, [agencyId, String(n)])));
    await Promise.all(Array.from({ length: 60 }, (_, n) => write(n)));
    expect((await verifyAudit(api.db)).faults).toEqual([]);
  });

  it('names an event that somebody altered behind its back', async () => {
    const [event] = await api.db.read<{ id: number }>(`select id from audit_event where subject_id = $1 order by id limit 1`, [agencyId]);
    const tamper = (reason: string | null): Promise<unknown> => api.db.transaction(systemActor(), async (tx) => {
      await tx.query(`alter table audit_event disable trigger audit_event_is_fact`);
      await tx.query(`update audit_event set reason = $2 where id = $1`, [event!.id, reason]);
      await tx.query(`alter table audit_event enable trigger audit_event_is_fact`);
    });
    await tamper('dipalsukan');
    expect((await verifyAudit(api.db)).faults).toMatchObject([{ fault: 'altered', eventId: event!.id }]);
    await tamper(null);
  });
});

async function anotherAgency(): Promise<string> {
  const [row] = await api.db.execute<{ id: string }>(`insert into agency (code, name, short_name, kind, zone) values ('AUDIT-B', 'Pemerintah Kota Lain', 'Kota Lain', 'city', 'Asia/Jakarta') returning id`);
  return row!.id;
}
