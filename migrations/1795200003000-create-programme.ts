import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Academies, programmes, curriculum versions with their modules and activities. */
export class CreateProgramme1795200003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table academy (
        id uuid primary key default gen_random_uuid(),
        code text not null unique check (code ~ '^[A-Z0-9]{2,12}$'),
        name text not null check (length(name) between 3 and 160)
      );
      comment on table academy is 'A family of programmes such as DLA, GTA, DTS, DEA, GCIO.';

      create table programme (
        id uuid primary key default gen_random_uuid(),
        academy_id uuid not null references academy (id),
        agency_id uuid references agency (id),
        code text not null check (code ~ '^[A-Z0-9-]{2,24}$'),
        name text not null check (length(name) between 3 and 200),
        description text not null default '' check (length(description) <= 4000),
        owner_name text not null check (length(owner_name) between 3 and 200),
        diklat_kind smallint not null check (diklat_kind between 1 and 25),
        diklat_form text not null check (diklat_form in ('klasikal', 'nonklasikal')),
        audience text not null default 'asn' check (audience in ('asn', 'public')),
        archived_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        constraint programme_code_once unique nulls not distinct (agency_id, code)
      );
      comment on column programme.agency_id is 'Owner; null for a national template that every agency may use.';
      comment on column programme.diklat_kind is 'SIASN jenisDiklat, 1 to 25.';

      create table curriculum (
        id uuid primary key default gen_random_uuid(),
        programme_id uuid not null references programme (id),
        number int not null check (number > 0),
        state text not null default 'draft' check (state in ('draft', 'published', 'retired')),
        lesson_hours numeric(6,2) not null check (lesson_hours > 0 and lesson_hours <= 999),
        criteria jsonb not null,
        certificate_design jsonb not null,
        published_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        constraint curriculum_number_once unique (programme_id, number),
        constraint curriculum_published_when check ((state = 'draft') = (published_at is null))
      );
      comment on table curriculum is 'A version of what a programme teaches and demands. Frozen once published; cohorts keep theirs.';
      comment on column curriculum.criteria is 'GraduationCriteria of libs/shared/src/graduation.';
      comment on column curriculum.certificate_design is 'CertificateDesign of libs/shared/src/certificate.';

      create table module (
        id uuid primary key default gen_random_uuid(),
        curriculum_id uuid not null references curriculum (id),
        position int not null check (position > 0),
        code text not null check (length(code) between 1 and 24),
        title text not null check (length(title) between 2 and 200),
        summary text not null default '' check (length(summary) <= 2000),
        lesson_hours numeric(5,2) not null check (lesson_hours >= 0),
        constraint module_position_once unique (curriculum_id, position) deferrable initially deferred,
        constraint module_code_once unique (curriculum_id, code)
      );

      create table stored_file (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid references agency (id),
        name text not null check (length(name) between 1 and 255),
        media_type text not null,
        bytes bigint not null check (bytes > 0),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        created_by uuid,
        created_at timestamptz not null default now()
      );
      create index stored_file_content on stored_file (sha256);
      comment on table stored_file is 'A file by content; the bytes lie in the storage under their SHA-256.';

      create table activity (
        id uuid primary key default gen_random_uuid(),
        module_id uuid not null references module (id) on delete cascade,
        position int not null check (position > 0),
        kind text not null check (kind in ('page', 'pdf', 'video')),
        title text not null check (length(title) between 2 and 200),
        body text check (length(body) <= 200000),
        file_id uuid references stored_file (id),
        required boolean not null default true,
        constraint activity_position_once unique (module_id, position) deferrable initially deferred,
        constraint activity_has_content check ((kind = 'page') = (body is not null) and (kind = 'page') = (file_id is null))
      );
      comment on table activity is 'What a participant opens inside a module: a Markdown page, a PDF or a video.';

      create function refuse_frozen_curriculum() returns trigger language plpgsql as $$
      declare frozen boolean;
      begin
        if tg_table_name = 'module' then
          select state <> 'draft' into frozen from curriculum where id = coalesce(new.curriculum_id, old.curriculum_id);
        elsif tg_table_name = 'activity' then
          select state <> 'draft' into frozen from curriculum c join module m on m.curriculum_id = c.id
            where m.id = coalesce(new.module_id, old.module_id);
        else
          frozen := old.state <> 'draft' and (new.lesson_hours, new.criteria, new.certificate_design, new.programme_id, new.number)
            is distinct from (old.lesson_hours, old.criteria, old.certificate_design, old.programme_id, old.number);
        end if;
        if frozen then
          raise exception 'a published curriculum is frozen' using errcode = 'check_violation', constraint = 'curriculum_is_frozen';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger curriculum_frozen before update on curriculum for each row execute function refuse_frozen_curriculum();
      create trigger module_frozen before insert or update or delete on module for each row execute function refuse_frozen_curriculum();
      create trigger activity_frozen before insert or update or delete on activity for each row execute function refuse_frozen_curriculum();

      create trigger programme_version before update on programme for each row execute function count_version();
      create trigger curriculum_version before update on curriculum for each row execute function count_version();
      create trigger a_audit after insert or update or delete on academy for each row execute function write_audit();
      create trigger a_audit after insert or update or delete on programme for each row execute function write_audit();
      create trigger a_audit after insert or update or delete on curriculum for each row execute function write_audit();
      create trigger a_audit after insert or update or delete on module for each row execute function write_audit();
      create trigger a_audit after insert or update or delete on activity for each row execute function write_audit();
      create trigger a_audit after insert or update or delete on stored_file for each row execute function write_audit();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table activity, stored_file, module, curriculum, programme, academy;
      drop function refuse_frozen_curriculum;
    `);
  }
}
