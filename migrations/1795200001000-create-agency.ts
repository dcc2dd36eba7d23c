import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regions, agencies (instansi) and their dated unit tree. */
export class CreateAgency1795200001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table region (
        code text primary key,
        name text not null
      );
      comment on table region is 'Official region codes, Kepmendagri 300.2.2-2138/2025.';

      create table agency (
        id uuid primary key default gen_random_uuid(),
        code text not null unique check (code ~ '^[A-Z0-9-]{2,24}$'),
        name text not null check (length(name) between 3 and 200),
        short_name text not null check (length(short_name) between 2 and 60),
        kind text not null check (kind in ('ministry', 'province', 'regency', 'city', 'other')),
        region_code text references region (code),
        zone text not null check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
        minutes_per_lesson_hour int not null default 45 check (minutes_per_lesson_hour between 30 and 60),
        siasn_instansi_id text,
        version int not null default 1,
        created_at timestamptz not null default now()
      );
      comment on table agency is 'Instansi: a tenant.';
      comment on column agency.minutes_per_lesson_hour is 'Minutes in one JP; 45 by common rule, configurable.';

      create table unit (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid not null references agency (id),
        parent_id uuid,
        kind text not null check (kind in ('INSTANSI', 'SETDA', 'SETWAN', 'INSPEKTORAT', 'DINAS', 'BADAN', 'SATPOL_PP', 'RSUD',
          'KECAMATAN', 'KELURAHAN', 'BAGIAN', 'BIDANG', 'SUBBAGIAN', 'SEKSI', 'UPTD')),
        code text not null check (length(code) between 1 and 40),
        name text not null check (length(name) between 2 and 200),
        short_name text check (length(short_name) <= 60),
        region_code text references region (code),
        siasn_unor_id text,
        active_from date not null default '2000-01-01',
        active_to date,
        path text not null default '',
        version int not null default 1,
        created_at timestamptz not null default now(),
        constraint unit_code_once_per_agency unique (agency_id, code),
        constraint unit_in_agency unique (id, agency_id),
        constraint unit_parent_in_agency foreign key (parent_id, agency_id) references unit (id, agency_id),
        constraint unit_dates_in_order check (active_to is null or active_to > active_from)
      );
      create unique index unit_one_root on unit (agency_id) where parent_id is null;
      create index unit_path on unit (path text_pattern_ops);
      create index unit_parent on unit (parent_id);
      -- Lists sorted by unit walk the units by name instead of sorting all their people.
      create index unit_name on unit (name, id);
      comment on table unit is 'A node of an agency''s tree: OPD, kecamatan, kelurahan, bidang. Closed by date, never deleted.';
      comment on column unit.path is 'Ids from the root to this unit, /a/b/c/: a unit and all below it share a prefix. Kept by trigger.';

      create function place_unit() returns trigger language plpgsql as $$
      declare parent_path text := '/';
      begin
        if new.parent_id is not null then
          select path into parent_path from unit where id = new.parent_id for share;
          if parent_path like '%/' || new.id || '/%' then
            raise exception 'unit would be below itself' using errcode = 'check_violation', constraint = 'unit_tree_has_no_cycle';
          end if;
        end if;
        new.path := parent_path || new.id || '/';
        return new;
      end $$;
      create trigger unit_placed before insert or update of parent_id on unit for each row execute function place_unit();

      create function move_units_below() returns trigger language plpgsql as $$
      begin
        update unit set path = new.path || substr(path, length(old.path) + 1)
          where agency_id = new.agency_id and path like old.path || '%' and id <> new.id;
        return null;
      end $$;
      create trigger unit_moved after update of parent_id on unit for each row
        when (old.path is distinct from new.path) execute function move_units_below();

      create trigger agency_version before update on agency for each row execute function count_version();
      create trigger unit_version before update of name, short_name, kind, code, region_code, parent_id, active_from, active_to, siasn_unor_id
        on unit for each row execute function count_version();
      create trigger a_audit after insert or update or delete on agency for each row execute function write_audit();
      create trigger a_audit after insert or update or delete on unit for each row execute function write_audit('path');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table unit, agency, region;
      drop function place_unit, move_units_below;
    `);
  }
}
