// What the benchmarks of check-in and board add to the kept world: participants who are signed in, and rooms to fill.
import { createHash, randomUUID } from 'node:crypto';
import { idOf } from './world.mjs';

export const SESSIONS = 40;
const cohort = idOf('cohort', 1);

/** The cookie of the i-th participant, from 1. */
export const cookieOf = (i) => `jenjang_sign_in=${tokenOf(i)}`;
const tokenOf = (i) => `peserta-tolok-ukur-${String(i).padStart(6, '0')}`;

/** Gives n participants an account, a sign-in of a moment ago, and one of forty classes. */
export async function signInAll(client, n) {
  const hashes = Array.from({ length: n }, (_, k) =>
    createHash('sha256')
      .update(tokenOf(k + 1))
      .digest(),
  );
  const people = Array.from({ length: n }, (_, k) => idOf('person', k + 1));
  const enrolments = Array.from({ length: n }, (_, k) => idOf('enrolment', k + 1));
  const classes = Array.from({ length: n }, (_, k) => idOf('class', 1001 + (k % SESSIONS)));
  await client.query(
    `insert into account (login, display_name, person_id) select 'peserta-' || n, 'Peserta ' || n, person from unnest($1::uuid[]) with ordinality x (person, n) on conflict do nothing`,
    [people],
  );
  await client.query(
    `insert into sign_in (account_id, token_hash, expires_at) select a.id, x.hash, now() + interval '1 day' from unnest($1::uuid[], $2::bytea[]) x (person, hash) join account a on a.person_id = x.person
     on conflict (token_hash) do update set last_seen_at = now(), expires_at = excluded.expires_at, revoked_at = null`,
    [people, hashes],
  );
  await client.query(
    `update enrolment e set class_id = x.class from unnest($1::uuid[], $2::uuid[]) x (id, class) where e.id = x.id and e.class_id is distinct from x.class`,
    [enrolments, classes],
  );
  await client.query('analyze account, sign_in, enrolment');
}

/** A session of each class, begun a moment ago. @returns their ids, in the order of the classes */
export async function makeSessions(client, title) {
  const ids = Array.from({ length: SESSIONS }, () => randomUUID());
  await client.query(
    `insert into session (id, cohort_id, phase_id, class_id, title, starts_at, ends_at, zone, lesson_hours)
     select x.id, $3, $3, x.class, $4, now(), now() + interval '4 hours', 'Asia/Makassar', 4 from unnest($1::uuid[], $2::uuid[]) x (id, class)`,
    [ids, ids.map((_, k) => idOf('class', 1001 + k)), cohort, title],
  );
  return ids;
}
