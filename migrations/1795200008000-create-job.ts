import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs with progress, imports with their rows, exports with their manifests, idempotency. */
export class CreateJob1795200008000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table job (
        id uuid primary key default gen_random_uuid(),
        kind text not null,
        agency_id uuid references agency (id),
        account_id uuid references account (id),
        payload jsonb not null,
        state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
        done int not null default 0,
        total int not null default 0,
        attempts int not null default 0,
        cancel_requested boolean not null default false,
        result jsonb,
        error jsonb,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz
      );
      create index job_account on job (account_id, created_at desc);
      create index job_open on job (state, created_at) where state in ('queued', 'running', 'failed');
      comment on table job is 'Slow work asked for by somebody: what the screen shows. The queue that hands it to workers is pg-boss.';
      comment on column job.error is 'Problem of the last attempt; with state failed it is in the dead-letter list until retried.';

      create table import_run (
        id uuid primary key default gen_random_uuid(),
        kind text not null check (kind in ('people', 'units', 'participants')),
        agency_id uuid not null references agency (id),
        cohort_id uuid references cohort (id),
        file_id uuid not null references stored_file (id),
        state text not null default 'uploaded' check (state in ('uploaded', 'previewed', 'committed', 'undone')),
        headings text[] not null,
        columns jsonb not null default '{}',
        counts jsonb,
        created_by uuid references account (id),
        created_at timestamptz not null default now(),
        committed_at timestamptz,
        version int not null default 1
      );
      comment on column import_run.columns is 'Field name to heading, guessed and then confirmed by a person.';

      create table import_row (
        import_id uuid not null references import_run (id) on delete cascade,
        row_number int not null check (row_number > 0),
        cells jsonb not null,
        record jsonb,
        outcome text check (outcome in ('new', 'updated', 'unchanged', 'rejected')),
        problems jsonb not null default '[]',
        target_id uuid,
        undo jsonb,
        primary key (import_id, row_number)
      );
      create index import_row_outcome on import_row (import_id, outcome, row_number);
      comment on column import_row.row_number is 'Row in the file as a spreadsheet counts, headings included.';
      comment on column import_row.undo is 'What to restore when the import is undone.';

      create table merit_export (
        id uuid primary key default gen_random_uuid(),
        account_id uuid references account (id),
        client_id uuid references api_client (id),
        format text not null check (format in ('csv', 'xlsx', 'json', 'ndjson')),
        filter jsonb not null,
        filter_text text not null,
        rows int not null,
        bytes bigint not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        file_id uuid references stored_file (id),
        created_at timestamptz not null default clock_timestamp()
      );
      create index merit_export_account on merit_export (account_id, created_at desc);
      comment on table merit_export is 'Manifest of a delivered export.';

      create table idempotency_key (
        owner text not null,
        key text not null check (length(key) between 8 and 200),
        request_hash text not null,
        status int,
        response jsonb,
        created_at timestamptz not null default now(),
        primary key (owner, key)
      );
      comment on table idempotency_key is 'Answers of bulk calls by key: a repeated call gets the first answer.';

      create table rate_limit (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );
      comment on table rate_limit is 'Counters of the rate limits; the shape is that of rate-limiter-flexible.';

      create trigger import_run_version before update on import_run for each row execute function count_version();
      create trigger merit_export_is_fact before update or delete on merit_export for each row execute function refuse_change();
      create trigger a_audit after insert or update or delete on import_run for each row execute function write_audit();
      create trigger a_audit after insert on merit_export for each row execute function write_audit();
      create trigger a_audit after insert or update of state, cancel_requested on job for each row execute function write_audit('payload', 'done', 'total', 'attempts', 'result');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table rate_limit, idempotency_key, merit_export, import_row, import_run, job;');
  }
}
