import type { MigrationInterface, QueryRunner } from 'typeorm';

interface HolidayGroup {
  readonly kind: 'national' | 'collective_leave';
  /** False: computed or remembered, not read in the decree; the page says so until somebody confirms it. */
  readonly verified: boolean;
  readonly source: string;
  readonly days: readonly (readonly [string, string])[];
}

/** Public holidays and collective leave as shipped; from then on the table is edited, not this list. */
const holidays: readonly HolidayGroup[] = [
  { kind: 'national', verified: true, source: 'SKB Menag, Menaker, Menpan-RB 855/2023, 3/2023, 4/2023', days: [
    ['2024-01-01', 'Tahun Baru 2024 Masehi'], ['2024-02-08', 'Isra Mikraj Nabi Muhammad SAW'], ['2024-02-10', 'Tahun Baru Imlek 2575 Kongzili'],
    ['2024-03-11', 'Hari Suci Nyepi Tahun Baru Saka 1946'], ['2024-03-29', 'Wafat Isa Almasih'], ['2024-03-31', 'Hari Paskah'],
    ['2024-04-10', 'Hari Raya Idulfitri 1445 Hijriah'], ['2024-04-11', 'Hari Raya Idulfitri 1445 Hijriah, hari kedua'], ['2024-05-01', 'Hari Buruh Internasional'],
    ['2024-05-09', 'Kenaikan Isa Almasih'], ['2024-05-23', 'Hari Raya Waisak 2568 BE'], ['2024-06-01', 'Hari Lahir Pancasila'],
    ['2024-06-17', 'Hari Raya Iduladha 1445 Hijriah'], ['2024-07-07', 'Tahun Baru Islam 1446 Hijriah'], ['2024-08-17', 'Hari Kemerdekaan Republik Indonesia'],
    ['2024-09-16', 'Maulid Nabi Muhammad SAW'], ['2024-12-25', 'Hari Raya Natal'],
  ] },
  { kind: 'collective_leave', verified: true, source: 'SKB Menag, Menaker, Menpan-RB 855/2023, 3/2023, 4/2023', days: [
    ['2024-02-09', 'Cuti bersama Tahun Baru Imlek'], ['2024-03-12', 'Cuti bersama Hari Suci Nyepi'], ['2024-04-08', 'Cuti bersama Idulfitri'],
    ['2024-04-09', 'Cuti bersama Idulfitri'], ['2024-04-12', 'Cuti bersama Idulfitri'], ['2024-04-15', 'Cuti bersama Idulfitri'],
    ['2024-05-10', 'Cuti bersama Kenaikan Isa Almasih'], ['2024-05-24', 'Cuti bersama Waisak'], ['2024-06-18', 'Cuti bersama Iduladha'],
    ['2024-12-26', 'Cuti bersama Natal'],
  ] },
  { kind: 'national', verified: false, source: 'Keputusan Presiden 10/2024 (hari pemungutan suara Pemilu); belum diperiksa pada naskahnya', days: [
    ['2024-02-14', 'Pemilihan Umum 2024'],
  ] },
  { kind: 'national', verified: false, source: 'Keputusan Presiden 33/2024 (hari pemungutan suara Pilkada); belum diperiksa pada naskahnya', days: [
    ['2024-11-27', 'Pemilihan Kepala Daerah Serentak 2024'],
  ] },
  { kind: 'national', verified: true, source: 'SKB Menag, Menaker, Menpan-RB 1017/2024, 2/2024, 2/2024', days: [
    ['2025-01-01', 'Tahun Baru 2025 Masehi'], ['2025-01-27', 'Isra Mikraj Nabi Muhammad SAW'], ['2025-01-29', 'Tahun Baru Imlek 2576 Kongzili'],
    ['2025-03-29', 'Hari Suci Nyepi Tahun Baru Saka 1947'], ['2025-03-31', 'Hari Raya Idulfitri 1446 Hijriah'],
    ['2025-04-01', 'Hari Raya Idulfitri 1446 Hijriah, hari kedua'], ['2025-04-18', 'Wafat Yesus Kristus'], ['2025-04-20', 'Kebangkitan Yesus Kristus (Paskah)'],
    ['2025-05-01', 'Hari Buruh Internasional'], ['2025-05-12', 'Hari Raya Waisak 2569 BE'], ['2025-05-29', 'Kenaikan Yesus Kristus'],
    ['2025-06-01', 'Hari Lahir Pancasila'], ['2025-06-06', 'Hari Raya Iduladha 1446 Hijriah'], ['2025-06-27', 'Tahun Baru Islam 1447 Hijriah'],
    ['2025-08-17', 'Proklamasi Kemerdekaan'], ['2025-09-05', 'Maulid Nabi Muhammad SAW'], ['2025-12-25', 'Kelahiran Yesus Kristus (Natal)'],
  ] },
  { kind: 'collective_leave', verified: true, source: 'SKB Menag, Menaker, Menpan-RB 1017/2024, 2/2024, 2/2024', days: [
    ['2025-01-28', 'Cuti bersama Tahun Baru Imlek'], ['2025-03-28', 'Cuti bersama Hari Suci Nyepi'], ['2025-04-02', 'Cuti bersama Idulfitri'],
    ['2025-04-03', 'Cuti bersama Idulfitri'], ['2025-04-04', 'Cuti bersama Idulfitri'], ['2025-04-07', 'Cuti bersama Idulfitri'], ['2025-05-13', 'Cuti bersama Waisak'],
  ] },
  { kind: 'collective_leave', verified: false, source: 'SKB Menag, Menaker, Menpan-RB 1017/2024, 2/2024, 2/2024; belum diperiksa pada naskahnya', days: [
    ['2025-05-30', 'Cuti bersama Kenaikan Yesus Kristus'], ['2025-06-09', 'Cuti bersama Iduladha'], ['2025-12-26', 'Cuti bersama Natal'],
  ] },
  { kind: 'collective_leave', verified: false, source: 'Perubahan SKB 2025 (933/2025, 1/2025, 3/2025); belum diperiksa pada naskahnya', days: [
    ['2025-08-18', 'Cuti bersama Proklamasi Kemerdekaan'],
  ] },
  { kind: 'national', verified: true, source: 'SKB Menag, Menaker, Menpan-RB 1497/2025, 2/2025, 5/2025', days: [
    ['2026-01-01', 'Tahun Baru 2026 Masehi'], ['2026-01-16', 'Isra Mikraj Nabi Muhammad SAW'], ['2026-02-17', 'Tahun Baru Imlek 2577 Kongzili'],
    ['2026-03-19', 'Hari Suci Nyepi Tahun Baru Saka 1948'], ['2026-03-21', 'Hari Raya Idulfitri 1447 Hijriah'],
    ['2026-03-22', 'Hari Raya Idulfitri 1447 Hijriah, hari kedua'], ['2026-04-03', 'Wafat Yesus Kristus'], ['2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)'],
    ['2026-05-01', 'Hari Buruh Internasional'], ['2026-05-14', 'Kenaikan Yesus Kristus'], ['2026-05-27', 'Hari Raya Iduladha 1447 Hijriah'],
    ['2026-05-31', 'Hari Raya Waisak 2570 BE'], ['2026-06-01', 'Hari Lahir Pancasila'], ['2026-06-16', 'Tahun Baru Islam 1448 Hijriah'],
    ['2026-08-17', 'Proklamasi Kemerdekaan'], ['2026-08-25', 'Maulid Nabi Muhammad SAW'], ['2026-12-25', 'Kelahiran Yesus Kristus (Natal)'],
  ] },
  { kind: 'collective_leave', verified: true, source: 'SKB Menag, Menaker, Menpan-RB 1497/2025, 2/2025, 5/2025', days: [
    ['2026-02-16', 'Cuti bersama Tahun Baru Imlek'], ['2026-03-18', 'Cuti bersama Hari Suci Nyepi'], ['2026-03-20', 'Cuti bersama Idulfitri'],
    ['2026-03-23', 'Cuti bersama Idulfitri'], ['2026-03-24', 'Cuti bersama Idulfitri'], ['2026-05-15', 'Cuti bersama Kenaikan Yesus Kristus'],
    ['2026-05-28', 'Cuti bersama Iduladha'], ['2026-12-24', 'Cuti bersama Natal'],
  ] },
  { kind: 'national', verified: true, source: 'Keputusan Presiden 8/2024 tentang Hari-Hari Libur (tanggal tetap)', days: [
    ['2027-01-01', 'Tahun Baru 2027 Masehi'], ['2027-05-01', 'Hari Buruh Internasional'], ['2027-06-01', 'Hari Lahir Pancasila'],
    ['2027-08-17', 'Proklamasi Kemerdekaan'], ['2027-12-25', 'Kelahiran Yesus Kristus (Natal)'],
  ] },
  { kind: 'national', verified: false, source: 'Perkiraan kalender; belum ada SKB 2027 saat data ini disusun', days: [
    ['2027-01-05', 'Isra Mikraj Nabi Muhammad SAW'], ['2027-02-06', 'Tahun Baru Imlek 2578 Kongzili'], ['2027-03-08', 'Hari Suci Nyepi Tahun Baru Saka 1949'],
    ['2027-03-10', 'Hari Raya Idulfitri 1448 Hijriah'], ['2027-03-11', 'Hari Raya Idulfitri 1448 Hijriah, hari kedua'], ['2027-03-26', 'Wafat Yesus Kristus'],
    ['2027-03-28', 'Kebangkitan Yesus Kristus (Paskah)'], ['2027-05-06', 'Kenaikan Yesus Kristus'], ['2027-05-16', 'Hari Raya Iduladha 1448 Hijriah'],
    ['2027-05-20', 'Hari Raya Waisak 2571 BE'], ['2027-06-06', 'Tahun Baru Islam 1449 Hijriah'], ['2027-08-15', 'Maulid Nabi Muhammad SAW'],
  ] },
];

/** Places with rooms, holidays, calendar feeds, and what was re-planned. */
export class CreateCalendar1795800004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table venue (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid not null references agency (id),
        name text not null check (length(name) between 2 and 120),
        address text not null default '' check (length(address) <= 300),
        city text not null default '' check (length(city) <= 100),
        zone text not null check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
        latitude numeric(9,6) check (latitude between -90 and 90),
        longitude numeric(9,6) check (longitude between -180 and 180),
        radius_m int check (radius_m between 20 and 5000),
        active boolean not null default true,
        version int not null default 1,
        constraint venue_name_once unique (agency_id, name),
        constraint venue_point_whole check ((latitude is null) = (longitude is null)),
        constraint venue_radius_around_point check (radius_m is null or latitude is not null)
      );
      comment on table venue is 'Tempat: a building where sessions are held, with its point on the map and its zone.';
      comment on column venue.radius_m is 'Geofence in metres around the point; null is off. Outside raises a flag, never a refusal.';
      comment on column venue.active is 'False: no longer offered for new sessions; those that were held there keep it.';

      create table venue_room (
        id uuid primary key default gen_random_uuid(),
        venue_id uuid not null references venue (id) on delete cascade,
        position int not null check (position > 0),
        name text not null check (length(name) between 1 and 120),
        capacity int check (capacity between 1 and 100000),
        constraint venue_room_name_once unique (venue_id, name) deferrable initially deferred,
        constraint venue_room_position_once unique (venue_id, position) deferrable initially deferred,
        constraint venue_room_in_venue unique (id, venue_id)
      );
      comment on column venue_room.capacity is 'Seats; null is not known.';

      alter table session
        add column venue_id uuid references venue (id),
        add column room_id uuid,
        add column meeting_url text not null default '' check (meeting_url = '' or (length(meeting_url) <= 500 and meeting_url ~ '^https://[^[:space:]]+$')),
        add column changed_at timestamptz not null default now(),
        add constraint session_room_in_venue foreign key (room_id, venue_id) references venue_room (id, venue_id),
        add constraint session_room_has_venue check (room_id is null or venue_id is not null);
      create index session_venue on session (venue_id, starts_at) where venue_id is not null;
      create index session_span on session using gist (tstzrange(starts_at, ends_at)) where state <> 'cancelled';
      comment on column session.venue is 'The place in words, where no venue of the register is chosen or to add to it.';
      comment on column session.changed_at is 'Last change of the session itself: DTSTAMP and LAST-MODIFIED of its calendar entry.';
      create function note_session_change() returns trigger language plpgsql as $$
      begin
        new.changed_at := now();
        return new;
      end $$;
      create trigger session_changed before update on session for each row execute function note_session_change();
      drop trigger a_audit on session;
      create trigger a_audit after insert or update or delete on session for each row execute function write_audit('changed_at');

      create table holiday (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid references agency (id),
        falls_on date not null check (falls_on between '2000-01-01' and '2100-12-31'),
        name text not null check (length(name) between 2 and 120),
        kind text not null check (kind in ('national', 'collective_leave', 'agency')),
        source text not null default '' check (length(source) <= 300),
        verified boolean not null default false,
        version int not null default 1,
        constraint holiday_once unique nulls not distinct (agency_id, falls_on, name),
        constraint holiday_of_agency check ((kind = 'agency') = (agency_id is not null))
      );
      create index holiday_day on holiday (falls_on);
      comment on table holiday is 'Hari libur: national holidays and collective leave for all, and days of one agency. They warn when planning, never block.';
      comment on column holiday.source is 'Decree or law that sets the day.';
      comment on column holiday.verified is 'Whether somebody read it in the source.';

      create table calendar_feed (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references account (id),
        token_hash bytea not null unique check (octet_length(token_hash) = 32),
        created_at timestamptz not null default now(),
        revoked_at timestamptz,
        last_read_at timestamptz
      );
      create unique index calendar_feed_one on calendar_feed (account_id) where revoked_at is null;
      comment on table calendar_feed is 'A secret address under which a calendar program reads one account''s sessions. At most one in force.';

      create table replan (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null references cohort (id) on delete cascade,
        undoes uuid unique references replan (id),
        moves jsonb not null check (jsonb_typeof(moves) = 'array' and jsonb_array_length(moves) > 0),
        told int not null check (told >= 0),
        made_by uuid references account (id),
        made_at timestamptz not null default now(),
        constraint replan_in_cohort unique (id, cohort_id)
      );
      create index replan_cohort on replan (cohort_id, made_at desc);
      comment on table replan is 'Sessions moved in one go: ReplanMove[] of libs/shared/src/calendar with the times before and after. A fact; undoing is a new row.';
      comment on column replan.told is 'How many people were told of it.';

      create trigger venue_version before update on venue for each row execute function count_version();
      create trigger holiday_version before update on holiday for each row execute function count_version();
      create trigger replan_is_fact before update on replan for each row execute function refuse_change();
      create trigger a_audit after insert or update or delete on venue for each row execute function write_audit();
      create trigger a_audit after insert or update or delete on venue_room for each row execute function write_audit();
      create trigger a_audit after insert or update of revoked_at or delete on calendar_feed for each row execute function write_audit('token_hash', 'last_read_at');
      create trigger a_audit after insert on replan for each row execute function write_audit();
    `);
    await db.query(
      `insert into holiday (falls_on, name, kind, source, verified)
       select (d ->> 0)::date, d ->> 1, g ->> 'kind', g ->> 'source', (g ->> 'verified')::boolean
       from jsonb_array_elements($1::jsonb) g, jsonb_array_elements(g -> 'days') d`, [JSON.stringify(holidays)]);
    await db.query(`create trigger a_audit after insert or update or delete on holiday for each row execute function write_audit();`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table replan, calendar_feed, holiday;
      drop trigger session_changed on session;
      drop trigger a_audit on session;
      create trigger a_audit after insert or update or delete on session for each row execute function write_audit();
      drop index session_span;
      alter table session drop column venue_id, drop column room_id, drop column meeting_url, drop column changed_at;
      drop table venue_room, venue;
      drop function note_session_change;
    `);
  }
}
