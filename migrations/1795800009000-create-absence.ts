import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests of participants to be away, and what was decided of them. */
export class CreateAbsence1795800009000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table attendance_mark drop constraint attendance_mark_source_check, add constraint attendance_mark_source_check
        check (source in ('sheet', 'import', 'check_in', 'card', 'offline', 'kiosk', 'report', 'paper', 'absence'));

      create table absence_request (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null,
        enrolment_id uuid not null,
        kind text not null check (kind in ('permitted', 'sick', 'on_duty')),
        reason text not null check (length(reason) between 5 and 1000),
        letter_file_id uuid references stored_file (id),
        late boolean not null,
        requested_by uuid not null references account (id),
        requested_at timestamptz not null,
        constraint absence_request_in_cohort unique (id, cohort_id),
        constraint absence_request_enrolment foreign key (enrolment_id, cohort_id) references enrolment (id, cohort_id)
      );
      create index absence_request_cohort on absence_request (cohort_id, requested_at desc);
      create index absence_request_enrolment_idx on absence_request (enrolment_id);
      comment on table absence_request is 'Izin: a participant asks to be away from sessions, with a letter. A fact; what is decided of it is another.';
      comment on column absence_request.late is 'Asked for after the first of its sessions had begun.';

      create table absence_session (
        request_id uuid not null,
        cohort_id uuid not null,
        session_id uuid not null,
        primary key (request_id, session_id),
        constraint absence_session_request foreign key (request_id, cohort_id) references absence_request (id, cohort_id),
        constraint absence_session_session foreign key (session_id, cohort_id) references session (id, cohort_id)
      );
      create index absence_session_session_idx on absence_session (session_id);

      create table absence_decision (
        id uuid primary key default gen_random_uuid(),
        request_id uuid not null unique references absence_request (id),
        outcome text not null check (outcome in ('approved', 'refused', 'withdrawn')),
        note text not null default '' check (length(note) <= 1000),
        decided_by uuid not null references account (id),
        decided_at timestamptz not null,
        constraint absence_decision_refusal_has_note check (outcome <> 'refused' or length(note) >= 3)
      );
      comment on table absence_decision is 'What became of a request, once: approved or refused by staff, or withdrawn by the participant.';

      create trigger absence_request_is_fact before update or delete on absence_request for each row execute function refuse_change();
      create trigger absence_session_is_fact before update or delete on absence_session for each row execute function refuse_change();
      create trigger absence_decision_is_fact before update or delete on absence_decision for each row execute function refuse_change();
      create trigger a_audit after insert on absence_request for each row execute function write_audit();
      create trigger a_audit after insert on absence_decision for each row execute function write_audit();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table absence_decision, absence_session, absence_request;
      alter table attendance_mark drop constraint attendance_mark_source_check, add constraint attendance_mark_source_check
        check (source in ('sheet', 'import', 'check_in', 'card', 'offline', 'kiosk', 'report', 'paper')) not valid;
    `);
  }
}
