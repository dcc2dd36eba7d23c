import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Selection: results of its steps, choices out of order, minutes; and one-tap links for approvers. */
export class CreateSelection1795800003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table selection_result (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null,
        enrolment_id uuid not null,
        step text not null check (step in ('administration', 'substance')),
        passed boolean,
        score numeric(5,2) check (score between 0 and 100),
        note text not null default '' check (length(note) <= 500),
        source text not null default 'sheet' check (source in ('sheet', 'paste', 'quiz')),
        recorded_by uuid references account (id),
        recorded_at timestamptz not null default clock_timestamp(),
        supersedes uuid unique references selection_result (id),
        constraint selection_result_enrolment foreign key (enrolment_id, cohort_id) references enrolment (id, cohort_id),
        constraint selection_result_shape check (case step when 'administration' then passed is not null and score is null else score is not null and passed is null end),
        constraint selection_result_refusal_explained check (passed is not false or length(btrim(note)) >= 3)
      );
      create unique index selection_result_first on selection_result (enrolment_id, step) where supersedes is null;
      create index selection_result_cohort on selection_result (cohort_id, enrolment_id);
      comment on table selection_result is 'Hasil seleksi: one statement about a candidate in a step. A correction supersedes; in force is the one that nothing supersedes.';
      comment on column selection_result.score is '0 to 100; whether it suffices follows from admission.passing_score.';
      comment on column selection_result.source is 'How it came in: typed into the sheet, pasted, or from the quiz.';

      create function check_selection_result() returns trigger language plpgsql as $$
      begin
        if new.supersedes is not null and not exists (
            select from selection_result r where r.id = new.supersedes and (r.enrolment_id, r.step) = (new.enrolment_id, new.step)) then
          raise exception 'supersedes a result of another' using errcode = 'check_violation', constraint = 'selection_result_same_subject';
        end if;
        return new;
      end $$;
      create trigger selection_result_checked before insert on selection_result for each row execute function check_selection_result();
      create trigger selection_result_is_fact before update or delete on selection_result for each row execute function refuse_change();
      create trigger a_audit after insert on selection_result for each row execute function write_audit();

      create table selection_choice (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null,
        enrolment_id uuid not null,
        rank int not null check (rank > 0),
        passed_over uuid[] not null check (cardinality(passed_over) > 0),
        reason text not null check (length(btrim(reason)) between 3 and 500),
        chosen_by uuid references account (id),
        chosen_at timestamptz not null default clock_timestamp(),
        constraint selection_choice_enrolment foreign key (enrolment_id, cohort_id) references enrolment (id, cohort_id)
      );
      create index selection_choice_cohort on selection_choice (cohort_id, chosen_at);
      comment on table selection_choice is 'Somebody was chosen although others ranked before: whom it passed over, and the reason that the minutes print.';
      comment on column selection_choice.passed_over is 'Enrolments that ranked before, competed for the same seats and were not chosen with it.';
      create trigger selection_choice_is_fact before update or delete on selection_choice for each row execute function refuse_change();
      create trigger a_audit after insert on selection_choice for each row execute function write_audit();

      create table selection_minutes (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null references cohort (id),
        agency_id uuid not null references agency (id),
        year int not null check (year between 2000 and 2100),
        sequence int not null check (sequence > 0),
        number text not null check (length(number) between 1 and 120),
        snapshot jsonb not null,
        snapshot_sha256 text not null check (snapshot_sha256 ~ '^[0-9a-f]{64}$'),
        created_by uuid references account (id),
        created_at timestamptz not null default clock_timestamp(),
        constraint selection_minutes_number_once unique (agency_id, year, sequence)
      );
      create index selection_minutes_cohort on selection_minutes (cohort_id, created_at desc);
      comment on table selection_minutes is 'Berita acara seleksi: the snapshot that its PDF is drawn from. Numbered without gaps per agency and year.';
      create function check_minutes_sequence() returns trigger language plpgsql as $$
      begin
        if new.sequence <> 1 + (select coalesce(max(sequence), 0) from selection_minutes where (agency_id, year) = (new.agency_id, new.year)) then
          raise exception 'minutes are numbered without gaps' using errcode = 'check_violation', constraint = 'selection_minutes_no_gap';
        end if;
        return new;
      end $$;
      create trigger selection_minutes_numbered before insert on selection_minutes for each row execute function check_minutes_sequence();
      create trigger selection_minutes_is_fact before update or delete on selection_minutes for each row execute function refuse_change();
      create trigger a_audit after insert on selection_minutes for each row execute function write_audit('snapshot');

      create table approval_link (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null references cohort (id),
        nomination_id uuid,
        approver_id uuid not null references account (id),
        token_hash bytea not null unique check (length(token_hash) = 32),
        created_by uuid references account (id),
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        used_at timestamptz,
        revoked_at timestamptz,
        constraint approval_link_in_cohort unique (id, cohort_id),
        constraint approval_link_nomination foreign key (nomination_id, cohort_id) references nomination (id, cohort_id),
        constraint approval_link_lasts check (expires_at > created_at and expires_at <= created_at + interval '73 hours')
      );
      create index approval_link_cohort on approval_link (cohort_id, created_at desc);
      comment on table approval_link is 'A one-tap link with which an approver decides about nominees without signing in. Only the SHA-256 of its token is stored; it works once.';
      create function keep_approval_link() returns trigger language plpgsql as $$
      begin
        if (old.used_at is not null and new.used_at is distinct from old.used_at)
          or (to_jsonb(new) - array['used_at', 'revoked_at']) <> (to_jsonb(old) - array['used_at', 'revoked_at']) then
          raise exception 'a link is used once and never altered' using errcode = 'check_violation', constraint = 'approval_link_once';
        end if;
        return new;
      end $$;
      create trigger approval_link_kept before update on approval_link for each row execute function keep_approval_link();
      create trigger a_audit after insert or update or delete on approval_link for each row execute function write_audit('token_hash');

      create table approval_link_person (
        link_id uuid not null,
        enrolment_id uuid not null,
        cohort_id uuid not null,
        primary key (link_id, enrolment_id),
        constraint approval_link_person_link foreign key (link_id, cohort_id) references approval_link (id, cohort_id),
        constraint approval_link_person_enrolment foreign key (enrolment_id, cohort_id) references enrolment (id, cohort_id)
      );
      comment on table approval_link_person is 'Whom a link asks about.';
      create trigger approval_link_person_is_fact before update or delete on approval_link_person for each row execute function refuse_change();

      create table approval_link_browser (
        id uuid primary key default gen_random_uuid(),
        link_id uuid not null references approval_link (id),
        cookie_hash bytea not null unique check (length(cookie_hash) = 32),
        known_by text not null check (known_by in ('first', 'nip')),
        user_agent text not null default '' check (length(user_agent) <= 400),
        bound_at timestamptz not null default clock_timestamp()
      );
      create unique index approval_link_browser_first on approval_link_browser (link_id) where known_by = 'first';
      comment on table approval_link_browser is 'Browsers that may use a link: the first that opened it, and those whose reader knew the approver''s NIP.';
      create trigger approval_link_browser_is_fact before update or delete on approval_link_browser for each row execute function refuse_change();
      create trigger a_audit after insert on approval_link_browser for each row execute function write_audit('cookie_hash');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table approval_link_browser, approval_link_person, approval_link, selection_minutes, selection_choice, selection_result;
      drop function check_selection_result, check_minutes_sequence, keep_approval_link;
    `);
  }
}
