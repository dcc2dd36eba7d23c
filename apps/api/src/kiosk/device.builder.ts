import { createHash, randomUUID, webcrypto } from 'node:crypto';
import { signedText, type DeviceMark, type DevicePack, type ParcelAnswer, type SignedMark } from '@jenjang/shared';
import { aRunningCohort, type RunningCohort, type RunningCohortWishes } from '../attendance/running-cohort.builder.js';
import type { Database } from '../platform/index.js';
import type { Caller, TestApi } from '../testing/index.js';

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** A device as a browser is one: it holds a key, signs, and speaks over HTTP. */
export interface TestDevice {
  readonly id: string;
  readonly pack: DevicePack;
  /** Signs a word; what is not given is a tick of `enrolmentId`. */
  say(word: Partial<DeviceMark> & Pick<DeviceMark, 'sessionId' | 'deviceAt'>): Promise<SignedMark>;
  /** Sends words in one parcel. */
  send(marks: readonly SignedMark[], wishes?: Partial<{ id: string; sentAt: number; drift: number; by: Caller; status: number }>): Promise<ParcelAnswer>;
}

/** A device that the caller prepared for the sessions. */
export async function aDevice(caller: Caller, sessionIds: readonly string[], name = 'Meja depan'): Promise<TestDevice> {
  const keys = await webcrypto.subtle.generateKey(curve, false, ['sign', 'verify']);
  const publicKey = Buffer.from(await webcrypto.subtle.exportKey('spki', keys.publicKey)).toString('base64');
  const { body } = await caller.post('/api/v1/devices', { name, publicKey, sessionIds }).expect(201);
  const id = (body as { id: string }).id;
  const pack = (await caller.get(`/api/v1/devices/${id}/pack`).expect(200)).body as DevicePack;
  return {
    id, pack,
    async say(word) {
      const mark: DeviceMark = { id: randomUUID(), kind: 'seen', enrolmentId: null, how: 'tick', note: '', drift: 0, ...word };
      const signature = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, Buffer.from(signedText(id, mark)));
      return { ...mark, signature: Buffer.from(signature).toString('base64') };
    },
    async send(marks, { id: parcelId = randomUUID(), sentAt = pack.serverNow, drift = 0, by = caller, status = 200 } = {}) {
      const { body: answer } = await by.post(`/api/v1/devices/${id}/batches`, { id: parcelId, sentAt, drift, marks }).expect(status);
      return answer as ParcelAnswer;
    },
  };
}

/** What a device compares a scanned card with. */
export function cardHashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** When the first session of a running cohort begins, in milliseconds. */
export const eight = Date.parse('2024-11-04T00:00:00Z');
export const minute = 60_000;
/** When devices are back. */
export const noon = '2024-11-04T04:00:00Z';

/** A running cohort with somebody who may mark there, and its first session. */
export async function aCohortOf(api: TestApi, wishes: RunningCohortWishes): Promise<RunningCohort & { facilitator: Caller; session: string }> {
  const cohort = await aRunningCohort(api.db, wishes);
  const facilitator = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]);
  return { ...cohort, facilitator, session: cohort.sessionIds[0] ?? '' };
}

/** The marks in force of a cohort. */
export function marksOf(db: Database, { cohortId }: RunningCohort): Promise<{ enrolment_id: string; mark: string; source: string }[]> {
  return db.read(
    `select enrolment_id, mark, source from attendance_mark m where cohort_id = $1 and not exists (select from attendance_mark n where n.supersedes = m.id) order by enrolment_id`, [cohortId]);
}
