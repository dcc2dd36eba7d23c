import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cohorts (angkatan) with partners, classes, phases and sessions. */
export class CreateCohort1795200004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table cohort (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid not null references agency (id),
        curriculum_id uuid not null references curriculum (id),
        code text not null check (code ~ '^[A-Z0-9-]{2,40}$'),
        name text not null check (length(name) between 3 and 200),
        ordinal int not null default 1 check (ordinal between 1 and 999),
        state text not null default 'planned' check (state in ('planned', 'enrolling', 'running', 'completed', 'cancelled')),
        mode text not null default 'onsite' check (mode in ('onsite', 'online', 'hybrid')),
        starts_on date not null,
        ends_on date not null,
        zone text not null check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
        venue_name text not null default '' check (length(venue_name) <= 200),
        venue_city text not null default '' check (length(venue_city) <= 100),
        capacity int not null check (capacity between 1 and 100000),
        seats_taken int not null default 0,
        signatories jsonb not null default '[]',
        version int not null default 1,
        created_at timestamptz not null default now(),
        constraint cohort_code_once unique (agency_id, code),
        constraint cohort_dates_in_order check (ends_on >= starts_on),
        constraint cohort_seats_within_capacity check (seats_taken between 0 and capacity)
      );
      create index cohort_agency on cohort (agency_id, starts_on desc);
      create index cohort_curriculum on cohort (curriculum_id);
      comment on table cohort is 'Angkatan: one run of a curriculum with its own dates, venue and seats. Dates are local to its zone.';
      comment on column cohort.seats_taken is 'Accepted participants; kept by trigger so that the check holds under any concurrency.';
      comment on column cohort.signatories is 'Signatory[] of libs/shared/src/certificate: who signs the certificates, in order.';

      create table cohort_partner (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null references cohort (id) on delete cascade,
        position int not null check (position > 0),
        role text not null check (role in ('host', 'owner', 'partner')),
        name text not null check (length(name) between 2 and 200),
        constraint cohort_partner_position_once unique (cohort_id, position) deferrable initially deferred
      );
      comment on table cohort_partner is 'Organisers of a cohort: the host government, the programme owner, partners.';

      create table cohort_class (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null references cohort (id) on delete cascade,
        code text not null check (length(code) between 1 and 24),
        name text not null check (length(name) between 1 and 120),
        capacity int not null check (capacity between 1 and 100000),
        seats_taken int not null default 0,
        constraint cohort_class_code_once unique (cohort_id, code),
        constraint cohort_class_in_cohort unique (id, cohort_id),
        constraint cohort_class_seats_within_capacity check (seats_taken between 0 and capacity)
      );
      comment on table cohort_class is 'Kelas: a parallel class of a cohort.';

      create table phase (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null references cohort (id) on delete cascade,
        position int not null check (position > 0),
        name text not null check (length(name) between 2 and 120),
        mode text not null check (mode in ('onsite', 'online', 'self_paced', 'seminar')),
        starts_on date not null,
        ends_on date not null,
        constraint phase_position_once unique (cohort_id, position) deferrable initially deferred,
        constraint phase_in_cohort unique (id, cohort_id),
        constraint phase_dates_in_order check (ends_on >= starts_on)
      );
      comment on table phase is 'Tahap: a part of a cohort with its own mode and dates.';

      create table session (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null references cohort (id) on delete cascade,
        phase_id uuid not null,
        class_id uuid,
        module_id uuid references module (id),
        title text not null check (length(title) between 2 and 200),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        zone text not null check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
        venue text not null default '' check (length(venue) <= 200),
        lesson_hours numeric(5,2) not null check (lesson_hours > 0 and lesson_hours <= 24),
        mandatory boolean not null default true,
        state text not null default 'planned' check (state in ('planned', 'closed', 'cancelled')),
        version int not null default 1,
        constraint session_in_cohort unique (id, cohort_id),
        constraint session_phase_in_cohort foreign key (phase_id, cohort_id) references phase (id, cohort_id),
        constraint session_class_in_cohort foreign key (class_id, cohort_id) references cohort_class (id, cohort_id),
        constraint session_times_in_order check (ends_at > starts_at)
      );
      create index session_cohort on session (cohort_id, starts_at);
      create index session_time on session (starts_at) where state = 'planned';
      comment on table session is 'Sesi: a class meeting. Instants with the IANA zone of the place; local dates are derived.';
      comment on column session.class_id is 'The class that meets; null when the whole cohort does.';
      comment on column session.mandatory is 'Whether its JP are in the denominator of the attendance percentage.';

      create table session_facilitator (
        id uuid primary key default gen_random_uuid(),
        session_id uuid not null references session (id) on delete cascade,
        person_id uuid not null references person (id),
        constraint session_facilitator_once unique (session_id, person_id)
      );
      create index session_facilitator_person on session_facilitator (person_id);

      create trigger cohort_version before update on cohort for each row
        when (old.seats_taken = new.seats_taken) execute function count_version();
      create trigger session_version before update on session for each row execute function count_version();
      create trigger a_audit after insert or update or delete on cohort for each row execute function write_audit('seats_taken');
      create trigger a_audit after insert or update or delete on cohort_partner for each row execute function write_audit();
      create trigger a_audit after insert or update or delete on cohort_class for each row execute function write_audit('seats_taken');
      create trigger a_audit after insert or update or delete on phase for each row execute function write_audit();
      create trigger a_audit after insert or update or delete on session for each row execute function write_audit();
      create trigger a_audit after insert or update or delete on session_facilitator for each row execute function write_audit();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table session_facilitator, session, phase, cohort_class, cohort_partner, cohort;');
  }
}
