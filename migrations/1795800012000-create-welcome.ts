import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links by which people who were nominated make their account once. */
export class CreateWelcome1795800012000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table welcome_link (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references person (id),
        cohort_id uuid not null references cohort (id),
        token_hash bytea not null unique check (length(token_hash) = 32),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        failures int not null default 0 check (failures between 0 and 4),
        paused_until timestamptz,
        constraint welcome_link_dates_in_order check (expires_at >= created_at),
        constraint welcome_link_used_in_time check (used_at >= created_at and used_at < expires_at),
        constraint welcome_link_paused_later check (paused_until > created_at)
      );
      create index welcome_link_person on welcome_link (person_id) where used_at is null;
      create index welcome_link_cohort on welcome_link (cohort_id);
      comment on table welcome_link is 'A link to the first sign-in, made each time a message with it leaves. Works once; only the SHA-256 of its token is stored.';
      comment on column welcome_link.failures is 'Wrong answers since the last pause; the fifth begins a pause and counts from nought again.';
      comment on column welcome_link.paused_until is 'Until then no answer is looked at.';
      create trigger welcome_link_used_stays before update on welcome_link for each row when (old.used_at is not null) execute function refuse_change();
      create trigger welcome_link_stays before delete on welcome_link for each row execute function refuse_change();
      create trigger a_audit after insert or update on welcome_link for each row execute function write_audit('token_hash');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table welcome_link;');
  }
}
