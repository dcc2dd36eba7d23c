import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Announcements: what happened and whom it concerns, written with the fact itself and turned into messages later. */
export class CreateAnnouncement1795800002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table announcement (
        id bigint generated always as identity primary key,
        event text not null check (event ~ '^[a-z]+\\.[A-Za-z]+$'),
        person_id uuid references person (id),
        account_id uuid references account (id),
        cohort_id uuid references cohort (id),
        agency_id uuid references agency (id),
        facts jsonb not null default '{}',
        key text unique check (length(key) <= 200),
        send_after timestamptz not null default now(),
        created_at timestamptz not null default now(),
        taken_at timestamptz,
        constraint announcement_has_reader check (num_nonnulls(person_id, account_id) >= 1)
      );
      create index announcement_waiting on announcement (send_after, id) where taken_at is null;
      -- Who was told something is not taken back with an import; also found when people go.
      create index announcement_person on announcement (person_id) where person_id is not null;
      comment on table announcement is 'An event that somebody must be told of; becomes one message per channel. The key makes saying it twice the same as once.';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table announcement;');
  }
}
