import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a cohort fills: admission, quota, allocations, nominations, deputies, leave. */
export class CreateAdmission1795800000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table programme add column admission jsonb not null default '{}';
      comment on column programme.admission is 'AdmissionDefaults of libs/shared/src/admission: what a new cohort begins with.';

      create table admission (
        cohort_id uuid primary key references cohort (id) on delete cascade,
        id uuid generated always as (cohort_id) stored,
        route text not null default 'none' check (route in ('none', 'one_step', 'two_steps', 'self')),
        steps text[] not null default '{}' check (steps <@ array['administration', 'substance']),
        passing_score numeric(5,2) not null default 70 check (passing_score between 0 and 100),
        eligibility jsonb not null default '{}',
        opens_on date,
        closes_on date,
        cut_off_on date,
        quota_returns_on date,
        quota_returned_at timestamptz,
        offer_hours int not null default 24 check (offer_hours between 1 and 720),
        version int not null default 1,
        constraint admission_dates_in_order check (closes_on >= opens_on)
      );
      comment on table admission is 'Penerimaan: how participants come into a cohort. One row per cohort, made with it.';
      comment on column admission.route is 'none: a nomination is accepted at once; one_step: the organiser decides; two_steps: the agency, then the organiser; self: people apply.';
      comment on column admission.eligibility is 'EligibilityRule of libs/shared/src/admission.';
      comment on column admission.cut_off_on is 'Last local day on which seats pass on by themselves and replacements keep the unit''s seat.';
      comment on column admission.quota_returns_on is 'Local day on which unused quota goes to the reserve.';

      create function make_admission() returns trigger language plpgsql as $$
      begin
        insert into admission (cohort_id, route, steps, passing_score, eligibility, offer_hours)
        select new.id, coalesce(d ->> 'route', 'none'), coalesce((select array_agg(s) from jsonb_array_elements_text(d -> 'steps') s), '{}'),
               coalesce((d ->> 'passingScore')::numeric, 70), coalesce(d -> 'eligibility', '{}'), coalesce((d ->> 'offerHours')::int, 24)
        from (select p.admission as d from curriculum k join programme p on p.id = k.programme_id where k.id = new.curriculum_id) x;
        return null;
      end $$;
      create trigger cohort_admission after insert on cohort for each row execute function make_admission();
      insert into admission (cohort_id) select id from cohort;

      create table quota (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null references cohort (id) on delete cascade,
        unit_id uuid references unit (id),
        band text check (band in ('I', 'II', 'III', 'IV', 'V', 'NONE')),
        seats int not null check (seats between 0 and 100000),
        taken int not null default 0,
        constraint quota_cell_once unique nulls not distinct (cohort_id, unit_id, band),
        constraint quota_in_cohort unique (id, cohort_id),
        constraint quota_taken_within_seats check (taken between 0 and seats)
      );
      comment on table quota is 'A cell of the matrix unit × echelon band. No unit: any unit; no band: any band; neither: the reserve, open to all. A seat draws from one cell.';
      comment on column quota.taken is 'Seats held out of this cell, kept by trigger so that the check holds under any concurrency.';

      create table allocation (
        id uuid primary key default gen_random_uuid(),
        academy_id uuid not null references academy (id),
        programme_id uuid references programme (id),
        agency_id uuid references agency (id),
        year int not null check (year between 2000 and 2100),
        seats int not null check (seats between 0 and 10000000),
        taken int not null default 0 check (taken >= 0),
        ceiling boolean not null default true,
        version int not null default 1,
        constraint allocation_once unique nulls not distinct (academy_id, programme_id, agency_id, year),
        constraint allocation_taken_within_seats check (not ceiling or taken <= seats)
      );
      comment on table allocation is 'Seats per year above the cohort: a national target of an academy (no agency), an agency''s share, a programme''s share. A seat counts in every row it falls under.';
      comment on column allocation.ceiling is 'False for a target: counted, never a refusal.';

      create table nomination (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null references cohort (id),
        agency_id uuid not null references agency (id),
        unit_id uuid references unit (id),
        letter_number text not null default '' check (length(letter_number) <= 100),
        letter_on date,
        letter_file_id uuid references stored_file (id),
        note text not null default '' check (length(note) <= 1000),
        submitted_by uuid not null references account (id),
        on_behalf_of uuid references account (id),
        submitted_at timestamptz not null default clock_timestamp(),
        constraint nomination_in_cohort unique (id, cohort_id)
      );
      create index nomination_cohort on nomination (cohort_id, submitted_at desc);
      create index nomination_agency on nomination (agency_id, submitted_at desc);
      comment on table nomination is 'Pengusulan: one letter in which an agency sends people to a cohort. A fact; the people are enrolments that point here.';

      create table delegation (
        id uuid primary key default gen_random_uuid(),
        grant_id uuid not null references role_grant (id),
        deputy_id uuid not null references account (id),
        starts_on date not null,
        ends_on date not null,
        note text not null default '' check (length(note) <= 500),
        revoked_at timestamptz,
        created_by uuid references account (id),
        created_at timestamptz not null default now(),
        constraint delegation_dates_in_order check (ends_on >= starts_on),
        constraint delegation_not_long check (ends_on <= starts_on + 366)
      );
      create index delegation_deputy on delegation (deputy_id) where revoked_at is null;
      comment on table delegation is 'A named deputy who acts for an agency head between two dates; acts show as the head''s.';

      create table leave (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references person (id),
        kind text not null check (kind in ('annual', 'sick', 'maternity', 'important', 'long', 'unpaid')),
        starts_on date not null,
        ends_on date not null,
        constraint leave_dates_in_order check (ends_on >= starts_on),
        constraint leave_one_at_a_time exclude using gist (person_id with =, daterange(starts_on, ends_on, '[]') with &&)
      );
      comment on table leave is 'Cuti of a person (PP 11/2017 art. 310 names the kinds); a warning when nominating, never a refusal.';

      create trigger nomination_is_fact before update or delete on nomination for each row execute function refuse_change();

      create trigger admission_version before update on admission for each row execute function count_version();
      create trigger allocation_version before update of academy_id, programme_id, agency_id, year, seats, ceiling on allocation for each row execute function count_version();
      create trigger a_audit after update on admission for each row execute function write_audit('cohort_id');
      create trigger a_audit after insert or update of unit_id, band, seats or delete on quota for each row execute function write_audit('taken');
      create trigger a_audit after insert or update of seats, ceiling or delete on allocation for each row execute function write_audit('taken');
      create trigger a_audit after insert on nomination for each row execute function write_audit();
      create trigger a_audit after insert or update on delegation for each row execute function write_audit();
      create trigger a_audit after insert or update or delete on leave for each row execute function write_audit();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger cohort_admission on cohort;
      drop table leave, delegation, nomination, allocation, quota, admission;
      drop function make_admission;
      alter table programme drop column admission;
    `);
  }
}
