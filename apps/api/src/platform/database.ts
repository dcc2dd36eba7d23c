import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { migrations } from '@jenjang/migrations';
import pg from 'pg';
import { DataSource, type EntityManager, type EntitySchema } from 'typeorm';
import type { Actor } from './actor.js';
import type { Config } from './config.js';

// Plain values instead of strings: numerics and counts fit a double here, dates stay calendar dates.
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** A class mapped to a table. */
export type EntityClass = (new () => object) | EntitySchema;

/** A connection inside a transaction. */
export type Transaction = EntityManager;

/** Where rows come from and go to. One pool per process. */
@Injectable()
export class Database implements OnModuleDestroy {
  readonly pool: pg.Pool;
  private readonly source: DataSource;

  private constructor(source: DataSource) {
    this.source = source;
    this.pool = (source.driver as unknown as { master: pg.Pool }).master;
  }

  /** Connects; brings the schema up to date first when asked. */
  static async connect(config: Pick<Config, 'databaseUrl' | 'poolSize'>, entities: readonly EntityClass[], migrate = false): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      driver: pg,
      url: config.databaseUrl,
      entities: [...entities],
      migrations: [...migrations],
      migrationsTransactionMode: 'each',
      synchronize: false,
      extra: { max: config.poolSize, options: '-c timezone=UTC -c statement_timeout=120000' },
    });
    await source.initialize();
    if (migrate) await migrateUnderLock(source);
    return new Database(source);
  }

  /** Rows of one statement outside a transaction. Reads only: a write would have no author in the audit trail. */
  async read<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(sql, [...values])).rows as Row[];
  }

  /** Reads what is asked on every request: parsed and planned once per connection under its name. */
  async readPrepared<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.pool.query({ name, text, values: [...values] })).rows as Row[];
  }

  /** One statement by the program itself; what it changes is audited without an author. */
  async execute<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(sql, [...values])).rows as Row[];
  }

  /** Runs the work in one transaction on behalf of the actor; what changes is audited under that name. */
  async transaction<Result>(actor: Actor, work: (tx: Transaction) => Promise<Result>, reason?: string): Promise<Result> {
    return this.source.transaction(async (tx) => {
      await tx.query(
        `select set_config('jenjang.account_id', $1, true), set_config('jenjang.client_id', $2, true),
                set_config('jenjang.request_id', $3, true), set_config('jenjang.reason', $4, true)`,
        [actor.accountId ?? '', actor.clientId ?? '', actor.requestId, reason ?? ''],
      );
      return work(tx);
    });
  }

  /** Reverts the newest migration. */
  async revert(): Promise<void> {
    await this.source.undoLastMigration({ transaction: 'each' });
  }

  async pendingMigrations(): Promise<boolean> {
    return this.source.showMigrations();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/** Several processes may start at once: one migrates, the others wait. */
async function migrateUnderLock(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock(724001)');
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('select pg_advisory_unlock(724001)');
    await runner.release();
  }
}

/** Rows of a statement inside a transaction, whatever the kind of statement. */
export async function rowsOf<Row>(tx: Transaction, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const result: unknown = await tx.query(sql, [...values]);
  // TypeORM answers [rows, count] for UPDATE and DELETE, rows for the rest.
  const rows = Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number' ? result[0] : result;
  return rows as Row[];
}
