import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Check-in by rotating code, card or kiosk, what looked odd about it, and news of marks for the board. */
export class CreateCheckIn1795800005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table attendance_mark
        drop constraint attendance_mark_source_check,
        add constraint attendance_mark_source_check check (source in ('sheet', 'import', 'check_in', 'card', 'offline', 'kiosk', 'report', 'paper'));

      create table check_in_opening (
        id uuid primary key default gen_random_uuid(),
        session_id uuid not null unique references session (id) on delete cascade,
        opened_by uuid references account (id),
        opens_at timestamptz not null,
        late_after timestamptz not null,
        closes_at timestamptz not null,
        out_opens_at timestamptz,
        out_closes_at timestamptz,
        secret bytea not null check (octet_length(secret) = 32),
        step_seconds int not null default 20 check (step_seconds between 10 and 120),
        ways text[] not null default '{code,card,kiosk}' check (cardinality(ways) > 0 and ways <@ array['code', 'card', 'kiosk', 'self']),
        geofence boolean not null default false,
        latitude double precision check (latitude between -90 and 90),
        longitude double precision check (longitude between -180 and 180),
        radius_m int check (radius_m between 20 and 100000),
        version int not null default 1,
        created_at timestamptz not null default now(),
        constraint check_in_opening_in_order check (opens_at < closes_at and late_after between opens_at and closes_at),
        constraint check_in_opening_out_in_order check (
          (out_opens_at is null) = (out_closes_at is null) and (out_opens_at is null or (out_opens_at >= closes_at and out_closes_at > out_opens_at))),
        constraint check_in_opening_has_place check (not geofence or num_nonnulls(latitude, longitude, radius_m) = 3)
      );
      comment on table check_in_opening is 'When a session takes check-ins, by which ways, and from where. The windows are instants of the server.';
      comment on column check_in_opening.secret is 'Key of the rotating code. Leaves the database for nobody but the program.';
      comment on column check_in_opening.out_opens_at is 'Start of the check-out window; null when nobody is asked to check out.';
      comment on column check_in_opening.latitude is 'Place of the venue as it was when the geofence was switched on.';

      create table check_in (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null,
        session_id uuid not null,
        enrolment_id uuid not null,
        kind text not null check (kind in ('in', 'out')),
        way text not null check (way in ('code', 'card', 'kiosk', 'self')),
        at timestamptz not null,
        seen_at timestamptz not null,
        device_hash bytea check (octet_length(device_hash) = 32),
        latitude double precision check (latitude between -90 and 90),
        longitude double precision check (longitude between -180 and 180),
        accuracy_m double precision check (accuracy_m >= 0),
        distance_m double precision check (distance_m >= 0),
        client_id uuid not null,
        recorded_by uuid references account (id),
        stored_at timestamptz not null default clock_timestamp(),
        constraint check_in_once unique (session_id, enrolment_id, kind, way),
        constraint check_in_repeatable unique (session_id, enrolment_id, client_id),
        constraint check_in_session foreign key (session_id, cohort_id) references session (id, cohort_id),
        constraint check_in_enrolment foreign key (enrolment_id, cohort_id) references enrolment (id, cohort_id),
        constraint check_in_seen_before check (seen_at <= at)
      );
      create index check_in_device on check_in (session_id, device_hash) where device_hash is not null;
      comment on table check_in is 'Presensi mandiri: somebody was seen coming or going. A fact beside the mark that follows from it; the mark is what is audited.';
      comment on column check_in.at is 'Instant of the server when it arrived.';
      comment on column check_in.seen_at is 'Instant of the server when the code was shown that was scanned; earlier than at when the network was gone meanwhile.';
      comment on column check_in.client_id is 'Chosen by the device, so that sending again is the same as sending once.';
      comment on column check_in.device_hash is 'SHA-256 of a random name that the browser keeps; tells whether two people used one device, nothing else.';

      create table attendance_flag (
        id uuid primary key default gen_random_uuid(),
        check_in_id uuid not null references check_in (id),
        kind text not null check (kind in ('outside_radius', 'shared_device', 'clock_drift', 'odd_place', 'sent_later')),
        facts jsonb not null default '{}',
        raised_at timestamptz not null default clock_timestamp(),
        constraint attendance_flag_once unique (check_in_id, kind)
      );
      comment on table attendance_flag is 'Something about a check-in that a person should look at. Never a refusal.';

      create table attendance_flag_note (
        id uuid primary key default gen_random_uuid(),
        check_in_id uuid not null references check_in (id),
        note text not null check (length(note) between 3 and 500),
        written_at timestamptz not null default clock_timestamp()
      );
      create index attendance_flag_note_check_in on attendance_flag_note (check_in_id, written_at);
      comment on table attendance_flag_note is 'What the participant says about a flagged check-in.';

      create table attendance_flag_verdict (
        id uuid primary key default gen_random_uuid(),
        flag_id uuid not null unique references attendance_flag (id),
        verdict text not null check (verdict in ('accepted', 'rejected')),
        reason text not null default '' check (length(reason) <= 500),
        judged_by uuid references account (id),
        judged_at timestamptz not null default clock_timestamp()
      );
      comment on table attendance_flag_verdict is 'What a person decided about a flag. Rejecting one marks the participant absent.';

      create function notify_board() returns trigger language plpgsql as $$
      begin
        perform pg_notify('jenjang', 'board:' || session_id || ' marked') from (select distinct session_id from added) s;
        return null;
      end $$;
      comment on function notify_board is 'Tells open boards of a session that somebody was marked, once per statement and session.';
      create trigger board_news after insert on attendance_mark referencing new table as added
        for each statement execute function notify_board();

      create function notify_check_in() returns trigger language plpgsql as $$
      begin
        perform pg_notify('jenjang', 'check-in ' || case tg_table_name when 'session' then new.id else (to_jsonb(new) ->> 'session_id')::uuid end);
        return null;
      end $$;
      comment on function notify_check_in is 'Tells processes that remember the opening of a session to read it again.';
      create trigger opening_news after insert or update on check_in_opening for each row execute function notify_check_in();
      create trigger opening_news after update on session for each row execute function notify_check_in();

      create trigger check_in_is_fact before update or delete on check_in for each row execute function refuse_change();
      create trigger attendance_flag_is_fact before update or delete on attendance_flag for each row execute function refuse_change();
      create trigger attendance_flag_note_is_fact before update or delete on attendance_flag_note for each row execute function refuse_change();
      create trigger attendance_flag_verdict_is_fact before update or delete on attendance_flag_verdict for each row execute function refuse_change();
      create trigger check_in_opening_version before update on check_in_opening for each row execute function count_version();
      create trigger a_audit after insert or update or delete on check_in_opening for each row execute function write_audit('secret');
      create trigger a_audit after insert on attendance_flag for each row execute function write_audit();
      create trigger a_audit after insert on attendance_flag_verdict for each row execute function write_audit();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger opening_news on session;
      drop trigger board_news on attendance_mark;
      drop table attendance_flag_verdict, attendance_flag_note, attendance_flag, check_in, check_in_opening;
      drop function notify_board, notify_check_in;
      alter table attendance_mark
        drop constraint attendance_mark_source_check,
        add constraint attendance_mark_source_check check (source in ('sheet', 'import', 'check_in', 'card', 'offline'));
    `);
  }
}
