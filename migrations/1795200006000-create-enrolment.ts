import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Participants of cohorts, their scores, progress and attendance marks. */
export class CreateEnrolment1795200006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table enrolment (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null references cohort (id),
        person_id uuid not null references person (id),
        class_id uuid,
        employment_id uuid references employment (id),
        state text not null check (state in ('nominated', 'approved', 'waitlisted', 'accepted', 'rejected', 'withdrawn')),
        state_reason text check (length(state_reason) <= 500),
        created_at timestamptz not null default now(),
        constraint enrolment_once unique (cohort_id, person_id),
        constraint enrolment_in_cohort unique (id, cohort_id),
        constraint enrolment_class_in_cohort foreign key (class_id, cohort_id) references cohort_class (id, cohort_id)
      );
      create index enrolment_person on enrolment (person_id);
      -- Participants by state, and the few without a seat counted without looking at the many with one.
      create index enrolment_state on enrolment (cohort_id, state, person_id);
      -- From the people of a unit to their places in a cohort; also those without an employment.
      create index enrolment_employment on enrolment (employment_id, cohort_id);
      create index enrolment_class on enrolment (class_id) where class_id is not null;
      create index enrolment_seat on enrolment (cohort_id, id) where state = 'accepted';
      comment on table enrolment is 'A participant: a person in a cohort, from nomination on. Only accepted ones hold a seat.';
      comment on column enrolment.employment_id is 'The employment that held when the cohort began; null for people without one.';

      create function count_seats() returns trigger language plpgsql as $$
      declare
        took int := case when tg_op <> 'INSERT' and old.state = 'accepted' then 1 else 0 end;
        takes int := case when tg_op <> 'DELETE' and new.state = 'accepted' then 1 else 0 end;
      begin
        if takes <> took then
          update cohort set seats_taken = seats_taken + takes - took where id = coalesce(new.cohort_id, old.cohort_id);
        end if;
        if took = 1 and old.class_id is not null then
          update cohort_class set seats_taken = seats_taken - 1 where id = old.class_id;
        end if;
        if takes = 1 and new.class_id is not null then
          update cohort_class set seats_taken = seats_taken + 1 where id = new.class_id;
        end if;
        return null;
      end $$;
      create trigger enrolment_seats after insert or delete or update of state, class_id on enrolment
        for each row execute function count_seats();

      create function refuse_wrong_move() returns trigger language plpgsql as $$
      begin
        if new.state <> old.state and not (old.state || '>' || new.state = any (array[
            'nominated>approved', 'nominated>accepted', 'nominated>waitlisted', 'nominated>rejected', 'nominated>withdrawn',
            'approved>accepted', 'approved>waitlisted', 'approved>rejected', 'approved>withdrawn',
            'waitlisted>accepted', 'waitlisted>rejected', 'waitlisted>withdrawn',
            'accepted>withdrawn', 'withdrawn>accepted', 'rejected>nominated'])) then
          raise exception 'no move from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'enrolment_moves_by_table';
        end if;
        return new;
      end $$;
      create trigger enrolment_moves before update of state on enrolment for each row execute function refuse_wrong_move();

      create table attendance_mark (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null,
        session_id uuid not null,
        enrolment_id uuid not null,
        mark text not null check (mark in ('present', 'late', 'permitted', 'sick', 'on_duty', 'absent')),
        lesson_hours numeric(5,2) not null check (lesson_hours >= 0),
        source text not null default 'sheet' check (source in ('sheet', 'import', 'check_in', 'card', 'offline')),
        reason text check (length(reason) <= 500),
        marked_by uuid references account (id),
        marked_at timestamptz not null default clock_timestamp(),
        supersedes uuid unique references attendance_mark (id),
        constraint attendance_mark_session foreign key (session_id, cohort_id) references session (id, cohort_id),
        constraint attendance_mark_enrolment foreign key (enrolment_id, cohort_id) references enrolment (id, cohort_id)
      );
      create unique index attendance_mark_first on attendance_mark (session_id, enrolment_id) where supersedes is null;
      create index attendance_mark_enrolment_idx on attendance_mark (enrolment_id);
      comment on table attendance_mark is 'Presensi: one row per statement about a participant in a session. A correction supersedes; nothing is overwritten. The mark in force is the one that nothing supersedes.';
      comment on column attendance_mark.lesson_hours is 'JP attended; at most those of the session.';

      create function check_mark() returns trigger language plpgsql as $$
      declare planned numeric; replaced attendance_mark%rowtype;
      begin
        select lesson_hours into planned from session where id = new.session_id;
        if new.lesson_hours > planned then
          raise exception 'more JP than planned' using errcode = 'check_violation', constraint = 'attendance_mark_within_session';
        end if;
        if new.supersedes is not null then
          select * into replaced from attendance_mark where id = new.supersedes;
          if (replaced.session_id, replaced.enrolment_id) is distinct from (new.session_id, new.enrolment_id) then
            raise exception 'supersedes a mark of another' using errcode = 'check_violation', constraint = 'attendance_mark_same_subject';
          end if;
        end if;
        return new;
      end $$;
      create trigger attendance_mark_checked before insert on attendance_mark for each row execute function check_mark();

      create table activity_progress (
        id uuid primary key default gen_random_uuid(),
        enrolment_id uuid not null references enrolment (id),
        activity_id uuid not null references activity (id),
        resume_at jsonb not null default '{}',
        opened_at timestamptz not null default now(),
        completed_at timestamptz,
        constraint activity_progress_once unique (enrolment_id, activity_id)
      );
      comment on column activity_progress.resume_at is 'Where to go on: {"scroll": 0..1} of a page, {"page": n} of a PDF, {"second": s} of a video.';

      create table score (
        id uuid primary key default gen_random_uuid(),
        enrolment_id uuid not null references enrolment (id),
        component text not null check (length(component) between 1 and 40),
        value numeric(6,2) not null check (value between 0 and 100),
        reason text check (length(reason) <= 500),
        recorded_by uuid references account (id),
        recorded_at timestamptz not null default clock_timestamp(),
        supersedes uuid unique references score (id)
      );
      create unique index score_first on score (enrolment_id, component) where supersedes is null;
      comment on table score is 'Nilai of a component of the curriculum, 0 to 100. Corrections supersede.';

      create trigger attendance_mark_is_fact before update or delete on attendance_mark for each row execute function refuse_change();
      create trigger score_is_fact before update or delete on score for each row execute function refuse_change();
      create trigger a_audit after insert or update or delete on enrolment for each row execute function write_audit();
      create trigger a_audit after insert on attendance_mark for each row execute function write_audit();
      create trigger a_audit after insert on score for each row execute function write_audit();
      create trigger a_audit after insert or update of completed_at on activity_progress for each row execute function write_audit('resume_at');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table score, activity_progress, attendance_mark, enrolment;
      drop function count_seats, refuse_wrong_move, check_mark;
    `);
  }
}
