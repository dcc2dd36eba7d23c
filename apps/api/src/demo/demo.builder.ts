import { readConfig, Database } from '../platform/index.js';

/** An empty, migrated database of its own beside the worker's, for loads that need to be alone. */
export async function aFreshDatabase(worker: Database, name: string): Promise<Database> {
  const config = readConfig();
  const fresh = `${new URL(config.databaseUrl).pathname.slice(1)}_${name}`;
  await worker.pool.query(`drop database if exists ${fresh} with (force)`);
  await worker.pool.query(`create database ${fresh} template tpl`);
  const url = new URL(config.databaseUrl);
  url.pathname = `/${fresh}`;
  return Database.connect({ databaseUrl: url.toString(), poolSize: 4 }, []);
}

/** What a load wrote and what does not depend on its day, in one hash per table. Random codes are left out. */
export async function contentOf(db: Database): Promise<Record<string, string>> {
  const tables = {
    unit: `select * from (select id, agency_id, parent_id, kind, code, name, region_code, path from unit) r`,
    person: `select id, agency_id, full_name, front_title, back_title, gender, birth_date, birth_place, email from person`,
    employment: `select id, person_id, unit_id, kind, nip, nip_warnings, golongan, position_name, eselon, duty_status, valid_from, valid_to from employment`,
    decision: `select d.id, enrolment_id, outcome, predicate, final_score, inputs, decided_at from graduation_decision d`,
    certificate: `select enrolment_id, decision_id, kind, number, issued_on, valid_until, lesson_hours, issued_at, snapshot - 'code' - 'verifyUrl' as snapshot from certificate`,
  };
  const hashes: Record<string, string> = {};
  for (const [table, rows] of Object.entries(tables)) {
    const [found] = await db.read<{ hash: string }>(`select md5(string_agg(row_to_json(r)::text, E'\\n' order by row_to_json(r)::text)) as hash from (${rows}) r`);
    hashes[table] = found?.hash ?? '';
  }
  return hashes;
}
