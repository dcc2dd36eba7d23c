import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kiosks: devices prepared for a day without a network, what they said, and what a person decided about it. */
export class CreateDevice1795800006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table device (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references account (id),
        name text not null check (length(name) between 2 and 80),
        public_key bytea not null check (octet_length(public_key) between 60 and 200),
        keep_until timestamptz not null,
        prepared_at timestamptz not null,
        seen_at timestamptz not null,
        revoked_at timestamptz,
        revoked_by uuid references account (id),
        revoked_reason text check (length(revoked_reason) <= 500),
        constraint device_key_once unique (public_key),
        constraint device_kept_after_preparing check (keep_until > prepared_at),
        constraint device_revoked_with_reason check (num_nonnulls(revoked_at, revoked_reason) in (0, 2))
      );
      create index device_account on device (account_id, prepared_at desc);
      comment on table device is 'Kios: a browser prepared to take attendance without a network for the sessions of one day.';
      comment on column device.public_key is 'SPKI of the ECDSA P-256 key; the private half never leaves the browser.';
      comment on column device.keep_until is 'Until when the browser keeps names: the end of the local day of the sessions.';
      comment on column device.seen_at is 'When it last spoke to the server.';

      create table device_session (
        id uuid primary key default gen_random_uuid(),
        device_id uuid not null references device (id),
        cohort_id uuid not null,
        session_id uuid not null,
        constraint device_session_once unique (device_id, session_id),
        constraint device_session_in_cohort foreign key (session_id, cohort_id) references session (id, cohort_id) on delete cascade
      );
      create index device_session_session on device_session (session_id);
      create index device_session_cohort on device_session (cohort_id, device_id);
      comment on table device_session is 'The sessions a device was prepared for; it may speak of no other.';

      create table device_batch (
        id uuid primary key,
        device_id uuid not null references device (id),
        sent_at timestamptz not null,
        drift_ms bigint not null,
        received_at timestamptz not null,
        answer jsonb not null
      );
      create index device_batch_device on device_batch (device_id, received_at desc);
      comment on table device_batch is 'One sending of a device with its answer. The id is the device''s, so a repeated sending gets the first answer.';
      comment on column device_batch.sent_at is 'By the clock of the device; drift_ms is what it believed that clock to be behind.';
      comment on column device_batch.answer is 'ParcelAnswer of libs/shared/src/kiosk.';

      create table device_mark (
        id uuid primary key,
        device_id uuid not null references device (id),
        batch_id uuid not null references device_batch (id),
        cohort_id uuid not null,
        session_id uuid not null,
        enrolment_id uuid,
        kind text not null check (kind in ('seen', 'withdrawn', 'walk_in')),
        how text not null check (how in ('tick', 'card')),
        note text not null default '' check (length(note) <= 200),
        device_at timestamptz not null,
        drift_ms bigint not null,
        seen_at timestamptz not null,
        signature bytea not null check (octet_length(signature) = 64),
        mark text check (mark in ('present', 'late')),
        outcome text not null check (outcome in ('new', 'equal', 'conflicting', 'correction', 'noted')),
        code text check (length(code) <= 60),
        attendance_mark_id uuid references attendance_mark (id),
        stored_at timestamptz not null default clock_timestamp(),
        constraint device_mark_session foreign key (session_id, cohort_id) references session (id, cohort_id),
        constraint device_mark_enrolment foreign key (enrolment_id, cohort_id) references enrolment (id, cohort_id),
        constraint device_mark_prepared foreign key (device_id, session_id) references device_session (device_id, session_id),
        constraint device_mark_says_who check ((kind = 'walk_in') = (enrolment_id is null)),
        constraint device_mark_seen_has_mark check ((kind = 'seen') = (mark is not null)),
        constraint device_mark_new_is_written check ((outcome = 'new') = (attendance_mark_id is not null)),
        constraint device_mark_question_has_code check ((outcome in ('conflicting', 'correction')) = (code is not null)),
        constraint device_mark_drift check (seen_at = device_at + drift_ms * interval '1 millisecond')
      );
      create index device_mark_participant on device_mark (session_id, enrolment_id);
      create index device_mark_device on device_mark (device_id);
      create index device_mark_batch on device_mark (batch_id);
      create index device_mark_walk_in on device_mark (cohort_id, seen_at desc) where kind = 'walk_in';
      create index device_mark_question on device_mark (cohort_id) where outcome in ('conflicting', 'correction');
      comment on table device_mark is 'What a device said, as it said it, and what became of it. The mark in force is in attendance_mark; every source stays here.';
      comment on column device_mark.id is 'Chosen by the device: saying it again is the same as saying it once.';
      comment on column device_mark.seen_at is 'Instant derived from the clock of the device and its measured drift.';
      comment on column device_mark.mark is 'What being seen then means by the windows of the session.';

      create table device_judgement (
        id uuid primary key default gen_random_uuid(),
        device_mark_id uuid not null unique references device_mark (id),
        verdict text not null check (verdict in ('taken', 'dismissed')),
        reason text not null check (length(reason) between 3 and 500),
        attendance_mark_id uuid references attendance_mark (id),
        judged_by uuid references account (id),
        judged_at timestamptz not null default clock_timestamp()
      );
      comment on table device_judgement is 'What a person decided about a statement of a device that the program could not settle.';

      create trigger device_session_is_fact before update on device_session for each row execute function refuse_change();
      create trigger device_batch_is_fact before update or delete on device_batch for each row execute function refuse_change();
      create trigger device_mark_is_fact before update or delete on device_mark for each row execute function refuse_change();
      create trigger device_judgement_is_fact before update or delete on device_judgement for each row execute function refuse_change();
      create trigger a_audit after insert or update on device for each row execute function write_audit('public_key', 'seen_at');
      create trigger a_audit after insert on device_session for each row execute function write_audit();
      create trigger a_audit after insert on device_judgement for each row execute function write_audit();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table device_judgement, device_mark, device_batch, device_session, device;');
  }
}
