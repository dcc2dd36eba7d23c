import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Graduation decisions, certificates, lesson-hour ledger and the feed for HR systems. */
export class CreateCertificate1795200007000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table graduation_decision (
        id uuid primary key default gen_random_uuid(),
        enrolment_id uuid not null references enrolment (id),
        outcome text not null check (outcome in ('graduated', 'attended', 'failed')),
        predicate text,
        final_score numeric(6,2) check (final_score between 0 and 100),
        curriculum_id uuid not null references curriculum (id),
        criteria jsonb not null,
        inputs jsonb not null,
        results jsonb not null,
        decided_by uuid references account (id),
        decided_at timestamptz not null default clock_timestamp(),
        supersedes uuid unique references graduation_decision (id)
      );
      create unique index graduation_decision_first on graduation_decision (enrolment_id) where supersedes is null;
      create index graduation_decision_enrolment on graduation_decision (enrolment_id);
      comment on table graduation_decision is 'Kelulusan: what was decided, by which criteria, from which inputs, with one result per criterion.';
      comment on column graduation_decision.outcome is 'graduated = Lulus, attended = Telah Mengikuti, failed = Tidak Lulus.';

      create table certificate_counter (
        scope text primary key,
        last int not null check (last > 0)
      );
      comment on table certificate_counter is 'Last number given per scope. Taken in the issuing transaction, so a rollback leaves no gap.';

      create table certificate (
        id uuid primary key default gen_random_uuid(),
        enrolment_id uuid not null references enrolment (id),
        decision_id uuid not null references graduation_decision (id),
        agency_id uuid not null references agency (id),
        person_id uuid not null references person (id),
        holder_agency_id uuid not null references agency (id),
        holder_unit_id uuid references unit (id),
        programme_id uuid not null references programme (id),
        kind text not null check (kind in ('graduation', 'attendance')),
        number text not null check (length(number) between 3 and 120),
        number_scope text not null,
        number_sequence int not null check (number_sequence > 0),
        code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{18}$'),
        issued_on date not null,
        valid_until date,
        lesson_hours numeric(6,2) not null check (lesson_hours > 0),
        snapshot jsonb not null,
        snapshot_sha256 text not null check (snapshot_sha256 ~ '^[0-9a-f]{64}$'),
        pdf_sha256 text not null check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
        issued_by uuid references account (id),
        issued_at timestamptz not null default clock_timestamp(),
        constraint certificate_number_once unique (agency_id, number),
        constraint certificate_sequence_once unique (number_scope, number_sequence)
      );
      create index certificate_agency on certificate (agency_id, issued_on desc, id);
      create index certificate_enrolment on certificate (enrolment_id);
      create index certificate_person on certificate (person_id);
      create index certificate_holder_agency on certificate (holder_agency_id, issued_on desc, id);
      comment on table certificate is 'Sertifikat as issued. The snapshot holds every printed fact as of the training; the PDF is drawn from it alone.';
      comment on column certificate.agency_id is 'The agency that issued it.';
      comment on column certificate.holder_agency_id is 'The agency for which the holder worked at the training: whose merit record it is.';
      comment on column certificate.code is 'Verification code: 16 random Crockford base32 characters and two check characters. Never derived from the number.';

      create table certificate_event (
        id uuid primary key default gen_random_uuid(),
        certificate_id uuid not null references certificate (id),
        kind text not null check (kind in ('revoked', 'suspended', 'reinstated', 'superseded')),
        reason_code text not null check (length(reason_code) between 1 and 40),
        public_text text not null check (length(public_text) between 5 and 500),
        private_note text check (length(private_note) <= 2000),
        recorded_by uuid references account (id),
        recorded_at timestamptz not null default clock_timestamp()
      );
      create index certificate_event_certificate on certificate_event (certificate_id, recorded_at);
      comment on table certificate_event is 'What happened to a certificate after it was issued. Nothing is deleted.';

      create table certificate_state (
        certificate_id uuid primary key references certificate (id),
        enrolment_id uuid not null references enrolment (id),
        kind text not null,
        state text not null check (state in ('active', 'suspended', 'revoked', 'superseded')),
        changed_at timestamptz not null default clock_timestamp()
      );
      create unique index certificate_state_one_valid on certificate_state (enrolment_id, kind) where state in ('active', 'suspended');
      comment on table certificate_state is 'The state in force, kept by trigger from certificate and certificate_event; its index allows one valid certificate per enrolment and kind.';

      create function start_certificate_state() returns trigger language plpgsql as $$
      begin
        insert into certificate_state (certificate_id, enrolment_id, kind, state) values (new.id, new.enrolment_id, new.kind, 'active');
        return null;
      end $$;
      create trigger certificate_state_starts after insert on certificate for each row execute function start_certificate_state();

      create function move_certificate_state() returns trigger language plpgsql as $$
      declare held text;
      begin
        select state into held from certificate_state where certificate_id = new.certificate_id for update;
        if not (held || '>' || new.kind = any (array['active>revoked', 'active>suspended', 'active>superseded', 'suspended>reinstated', 'suspended>revoked'])) then
          raise exception 'a certificate that is % cannot be %', held, new.kind using errcode = 'check_violation', constraint = 'certificate_moves_by_table';
        end if;
        update certificate_state set state = case new.kind when 'reinstated' then 'active' else new.kind end, changed_at = new.recorded_at
          where certificate_id = new.certificate_id;
        return null;
      end $$;
      create trigger certificate_state_moves after insert on certificate_event for each row execute function move_certificate_state();

      create table lesson_hour_entry (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references person (id),
        year int not null check (year between 1980 and 2200),
        lesson_hours numeric(7,2) not null check (lesson_hours <> 0),
        kind text not null check (kind in ('earned', 'reversed')),
        certificate_id uuid not null references certificate (id),
        recorded_at timestamptz not null default clock_timestamp(),
        constraint lesson_hour_entry_once unique (certificate_id, kind),
        constraint lesson_hour_entry_sign check ((kind = 'earned') = (lesson_hours > 0))
      );
      create index lesson_hour_entry_person on lesson_hour_entry (person_id, year) include (lesson_hours);
      comment on table lesson_hour_entry is 'Ledger of JP per person and year: earned by a certificate, reversed by its revocation.';

      create table hr_event (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid not null references agency (id),
        kind text not null,
        subject jsonb not null,
        at timestamptz not null default clock_timestamp()
      );
      create table hr_feed_head (only_row boolean primary key default true check (only_row), length bigint not null default 0);
      insert into hr_feed_head default values;
      create table hr_feed (
        position bigint primary key,
        event_id uuid not null unique references hr_event (id)
      );
      comment on table hr_feed is 'Order of the change feed: positions are given when transactions commit, without gaps.';
      create function place_hr_event() returns trigger language plpgsql as $$
      declare place bigint;
      begin
        update hr_feed_head set length = length + 1 returning length into place;
        insert into hr_feed (position, event_id) values (place, new.id);
        return null;
      end $$;
      create constraint trigger hr_event_placed after insert on hr_event
        deferrable initially deferred for each row execute function place_hr_event();

      create trigger graduation_decision_is_fact before update or delete on graduation_decision for each row execute function refuse_change();
      create trigger certificate_is_fact before update or delete on certificate for each row execute function refuse_change();
      create trigger certificate_stays before truncate on certificate execute function refuse_change();
      create trigger certificate_event_is_fact before update or delete on certificate_event for each row execute function refuse_change();
      create trigger lesson_hour_entry_is_fact before update or delete on lesson_hour_entry for each row execute function refuse_change();
      create trigger hr_event_is_fact before update or delete on hr_event for each row execute function refuse_change();
      create trigger hr_feed_is_fact before update or delete on hr_feed for each row execute function refuse_change();
      create trigger a_audit after insert on graduation_decision for each row execute function write_audit();
      create trigger a_audit after insert on certificate for each row execute function write_audit('snapshot');
      create trigger a_audit after insert on certificate_event for each row execute function write_audit();
      create trigger a_audit after insert on lesson_hour_entry for each row execute function write_audit();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table hr_feed, hr_feed_head, hr_event, lesson_hour_entry, certificate_state, certificate_event, certificate, certificate_counter, graduation_decision;
      drop function start_certificate_state, move_certificate_state, place_hr_event;
    `);
  }
}
