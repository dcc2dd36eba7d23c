import { createHash } from 'node:crypto';
import { Refusal } from '@jenjang/shared';
import type { Actor } from './actor.js';
import { Database, rowsOf, type Transaction } from './database.js';
import { HttpProblem } from './problem.js';

/** What a repeated call is recognised by. */
export interface IdempotentCall {
  /** The header `Idempotency-Key`; without one the work is simply done. */
  readonly key: string | undefined;
  /** The route and everything in its body: the same key must mean the same request. */
  readonly request: unknown;
}

/**
 * Does the work in one transaction and keeps its answer under the key; a repeated call gets the first answer, also when
 * both arrive at once. Work that fails leaves no key behind, so it can be tried again.
 * @throws Refusal conflict.idempotency when the key was used for another request.
 */
export async function answerOnce<Answer>(db: Database, actor: Actor, call: IdempotentCall, work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
  const { key } = call;
  if (key === undefined) return db.transaction(actor, work);
  if (key.length < 8 || key.length > 200) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'Idempotency-Key', code: 'field.matches', value: key.slice(0, 120) }]);
  const owner = actor.accountId ?? actor.clientId ?? '';
  const hash = createHash('sha256').update(JSON.stringify(call.request)).digest('hex');
  return db.transaction(actor, async (tx) => {
    // A second call with the key waits here until the first has ended.
    const claimed = await rowsOf(tx, `insert into idempotency_key (owner, key, request_hash) values ($1, $2, $3) on conflict do nothing returning key`, [owner, key, hash]);
    if (claimed.length === 0) return firstAnswer<Answer>(tx, owner, key, hash);
    const answer = await work(tx);
    await tx.query(`update idempotency_key set status = 200, response = $3 where owner = $1 and key = $2`, [owner, key, JSON.stringify(answer)]);
    return answer;
  });
}

async function firstAnswer<Answer>(tx: Transaction, owner: string, key: string, hash: string): Promise<Answer> {
  const [row] = await rowsOf<{ request_hash: string; response: Answer }>(tx, `select request_hash, response from idempotency_key where owner = $1 and key = $2`, [owner, key]);
  if (row?.request_hash !== hash) throw new Refusal('conflict.idempotency');
  return row.response;
}
