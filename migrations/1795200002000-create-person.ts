import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People and their dated employment facts. */
export class CreatePerson1795200002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table person (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid not null references agency (id),
        full_name text not null check (length(full_name) between 1 and 200),
        front_title text check (length(front_title) <= 60),
        back_title text check (length(back_title) <= 120),
        gender text check (gender in ('L', 'P')),
        birth_date date check (birth_date > '1900-01-01'),
        birth_place text check (length(birth_place) <= 100),
        email text check (length(email) <= 254),
        phone text check (length(phone) <= 30),
        siasn_person_id text,
        version int not null default 1,
        created_at timestamptz not null default now()
      );
      create index person_name_search on person using gin (fold_text(full_name) gin_trgm_ops);
      create index person_name_sort on person (agency_id, fold_text(full_name), id);
      -- Participants of a cohort come from many agencies: their list walks the names of all.
      create index person_name_order on person (fold_text(full_name), id);
      create unique index person_email_once on person (agency_id, lower(email)) where email is not null;
      comment on table person is 'Anyone who learns, teaches, organises or signs; civil servant or not.';
      comment on column person.agency_id is 'The agency that keeps this record; changes when the person moves.';

      create table employment (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references person (id),
        agency_id uuid not null references agency (id),
        unit_id uuid not null,
        kind text not null check (kind in ('PNS', 'CPNS', 'PPPK', 'PPPK_PART_TIME', 'NON_ASN')),
        nip text check (nip ~ '^[0-9]{18}$'),
        nip_warnings text[] not null default '{}',
        golongan text check (golongan ~ '^(I{1,3}|IV)/[a-e]$|^[IVX]+$'),
        position_kind text not null check (position_kind in
          ('JPT_UTAMA', 'JPT_MADYA', 'JPT_PRATAMA', 'ADMINISTRATOR', 'PENGAWAS', 'FUNGSIONAL', 'PELAKSANA', 'NON_ASN')),
        position_name text not null check (length(position_name) <= 200),
        eselon text check (eselon ~ '^(I|II|III|IV|V)\\.[ab]$'),
        duty_status text not null default 'active' check (duty_status in ('active', 'leave', 'study', 'suspended', 'retired', 'ended')),
        valid_from date not null,
        valid_to date,
        created_at timestamptz not null default now(),
        constraint employment_unit_in_agency foreign key (unit_id, agency_id) references unit (id, agency_id),
        constraint employment_dates_in_order check (valid_to is null or valid_to > valid_from),
        constraint employment_asn_has_nip check (kind = 'NON_ASN' or nip is not null),
        constraint employment_one_at_a_time exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&)
      );
      create unique index employment_nip_once on employment (agency_id, nip) where valid_to is null;
      create index employment_nip on employment (nip);
      create index employment_person on employment (person_id, valid_from desc);
      -- Former employments too: a cohort keeps the employment of its first day.
      create index employment_unit on employment (unit_id);
      comment on table employment is 'What held for a person from a date on: NIP, kind, golongan, jabatan, eselon, unit. One at a time.';
      comment on column employment.nip is 'NIP or NI PPPK, 18 digits as text. An attribute with history, never a key.';
      comment on column employment.nip_warnings is 'Codes of doubts about the number; stored, shown as to be verified, never a refusal.';
      comment on column employment.valid_to is 'First day on which this no longer holds; null while it does.';

      create trigger person_version before update on person for each row execute function count_version();
      create trigger a_audit after insert or update or delete on person for each row execute function write_audit();
      create trigger a_audit after insert or update or delete on employment for each row execute function write_audit();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table employment, person;');
  }
}
