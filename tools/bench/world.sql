-- A country of invented civil servants for benchmarks, made by the database itself. Runs as superuser in one go with
-- bench.people set (how many participants and certificates) and session_replication_role = replica: triggers and foreign
-- keys rest, so everything they would keep is written here. The same size gives the same rows.

create temp table word (place int, kind text, text text);
insert into word select row_number() over () - 1, 'given', w from unnest(string_to_array(
  'Arga Bima Candra Danu Eka Fajar Galih Hadi Indra Jaya Krisna Lingga Nusa Panji Rimba Umbara Wana Yudha Bayu Guntur Anjani Bulan Citra Elok Gita Hana Intan Juwita Kirana Laras Melati Nila Pertiwi Ratna Sekar Tiara Utari Wulan Aruna Cempaka', ' ')) w;
insert into word select row_number() over () - 1, 'second', w from unnest(string_to_array(
  'Embun Kerikil Gerimis Cemara Pualam Lazuardi Bentala Kenanga Ilalang Telaga Samudera Pelangi Rimbun Jenggala Savana Karang Muara Lembayung Kabut Gelombang Bukit Pesisir Rembulan Halimun Meranti Bangkirai Kapur Sungkai Nipah Bakau', ' ')) w;
create temp table word_of as select nth, (select text from word where kind = 'given' and place = nth % 40) as given, (select text from word where kind = 'second' and place = nth % 30) as second
  from generate_series(0, 119) nth;

create function pg_temp.id(kind text, i bigint) returns uuid language sql immutable as $$ select overlay(overlay(md5(kind || ' ' || i) placing '4' from 13) placing '8' from 17)::uuid $$;
-- A number from 0 to below - 1 that looks like chance.
create function pg_temp.chance(kind text, i bigint, below int) returns int language sql immutable as
  $$ select (('x' || substr(md5(kind || '/' || i), 1, 7))::bit(28)::int % below) $$;

insert into agency (id, code, name, short_name, kind, zone)
select pg_temp.id('agency', a), 'CONTOH-' || a, 'Pemerintah Kota Contoh ' || a, 'Kota Contoh ' || a, 'city', 'Asia/Makassar' from generate_series(1, 20) a;

-- Each agency: the root, 40 OPD, and 8 units below each.
insert into unit (id, agency_id, parent_id, kind, code, name, path)
select pg_temp.id('root', a), pg_temp.id('agency', a), null, 'INSTANSI', '0', 'Pemerintah Kota Contoh ' || a, '/' || pg_temp.id('root', a) || '/' from generate_series(1, 20) a;
insert into unit (id, agency_id, parent_id, kind, code, name, path)
select pg_temp.id('opd', a * 1000 + o), pg_temp.id('agency', a), pg_temp.id('root', a), 'DINAS', o::text, 'Dinas ' || w.second || ' ' || o,
       '/' || pg_temp.id('root', a) || '/' || pg_temp.id('opd', a * 1000 + o) || '/'
from generate_series(1, 20) a, generate_series(1, 40) o join word_of w on w.nth = o;
insert into unit (id, agency_id, parent_id, kind, code, name, path)
select pg_temp.id('unit', a * 100000 + o * 100 + u), pg_temp.id('agency', a), pg_temp.id('opd', a * 1000 + o), 'BIDANG', o || '.' || u, 'Bidang ' || w.second || ' ' || o || '.' || u,
       '/' || pg_temp.id('root', a) || '/' || pg_temp.id('opd', a * 1000 + o) || '/' || pg_temp.id('unit', a * 100000 + o * 100 + u) || '/'
from generate_series(1, 20) a, generate_series(1, 40) o, generate_series(1, 8) u join word_of w on w.nth = u * 3;

-- People: those who take part, and a fifth more who do not.
create temp table human as
select i, pg_temp.id('person', i) as person_id, pg_temp.id('employment', i) as employment_id, 1 + i % 20 as agency,
       pg_temp.id('unit', (1 + i % 20) * 100000 + (1 + pg_temp.chance('opd', i, 40)) * 100 + 1 + pg_temp.chance('unit', i, 8)) as unit_id,
       g.given || ' ' || s.second || case when pg_temp.chance('third', i, 3) = 0 then ' ' || t.second else '' end as name,
       case when pg_temp.chance('title', i, 2) = 0 then (array['S.Sos.', 'S.E.', 'S.Kom., M.Kom.', 'S.T., M.T.', 'A.Md.'])[1 + pg_temp.chance('degree', i, 5)] end as back_title,
       date '1968-01-01' + (i / 99) * 7 % 8000 as born, 901 + i % 99 as counter, 1 + pg_temp.chance('gender', i, 2) as gender, 1 + i / 792000 as month,
       case pg_temp.chance('position', i, 10) when 0 then 'PENGAWAS' when 1 then 'ADMINISTRATOR' when 2 then 'PELAKSANA' when 3 then 'PELAKSANA' else 'FUNGSIONAL' end as position_kind
from generate_series(1, current_setting('bench.people')::int * 6 / 5) i
join word_of g on g.nth = pg_temp.chance('given', i, 40) join word_of s on s.nth = pg_temp.chance('second', i, 30) join word_of t on t.nth = pg_temp.chance('other', i, 30);
alter table human add nip text, add eselon text, add position_name text;
update human set nip = to_char(born, 'YYYYMMDD') || (extract(year from born)::int + 25) || lpad(month::text, 2, '0') || gender || counter,
  eselon = case position_kind when 'PENGAWAS' then 'IV.a' when 'ADMINISTRATOR' then 'III.b' end,
  position_name = case position_kind when 'PENGAWAS' then 'Kepala Seksi Contoh' when 'ADMINISTRATOR' then 'Kepala Bidang Contoh' when 'PELAKSANA' then 'Pengolah Data dan Informasi' else 'Pranata Komputer Ahli Muda' end;
create index on human (i);
analyze human, unit, word_of;

insert into person (id, agency_id, full_name, back_title, gender, birth_date, birth_place)
select person_id, pg_temp.id('agency', agency), name, back_title, case gender when 1 then 'L' else 'P' end, born, 'Contoh Raya' from human;
insert into employment (id, person_id, agency_id, unit_id, kind, nip, golongan, position_kind, position_name, eselon, valid_from)
select employment_id, person_id, pg_temp.id('agency', agency), unit_id, 'PNS', nip, 'III/d', position_kind, position_name, eselon, '2020-01-01' from human;

-- One programme; a cohort for each hundred thousand, because that is the most that a cohort holds.
insert into academy (id, code, name) values (pg_temp.id('academy', 1), 'CONTOH', 'Akademi Contoh');
insert into programme (id, academy_id, code, name, owner_name, diklat_kind, diklat_form)
values (pg_temp.id('programme', 1), pg_temp.id('academy', 1), 'CONTOH-1', 'Pelatihan Literasi Digital Contoh', 'Kementerian Contoh', 3, 'klasikal');
insert into curriculum (id, programme_id, number, state, lesson_hours, criteria, certificate_design, published_at)
values (pg_temp.id('curriculum', 1), pg_temp.id('programme', 1), 1, 'published', 40,
  '{"minAttendancePercent": 90, "excusedLeavesDenominator": false, "allModules": false, "components": [], "minFinalScore": null, "predicates": [], "outcome": "graduated"}',
  '{"kind": "graduation", "heading": "SERTIFIKAT", "numberTemplate": "{seq:6}/CONTOH/{year}", "counterScope": "PROGRAMME_YEAR", "nipShown": "full", "validYears": null}', now());
insert into cohort (id, agency_id, curriculum_id, code, name, state, starts_on, ends_on, zone, venue_name, venue_city, capacity, seats_taken)
select pg_temp.id('cohort', c), pg_temp.id('agency', 1), pg_temp.id('curriculum', 1), 'CONTOH-' || c, 'Literasi Digital Contoh Angkatan ' || c, 'completed', '2024-09-09', '2024-09-13', 'Asia/Makassar',
       'Balai Kota Contoh', 'Contoh Raya', 100000, least(100000, current_setting('bench.people')::int - (c - 1) * 100000)
from generate_series(1, (current_setting('bench.people')::int + 99999) / 100000) c;
insert into cohort_class (id, cohort_id, code, name, capacity, seats_taken)
select pg_temp.id('class', c * 1000 + k), pg_temp.id('cohort', c), k::text, 'Kelas ' || k, 100000, 0 from generate_series(1, (current_setting('bench.people')::int + 99999) / 100000) c, generate_series(1, 50) k;
insert into phase (id, cohort_id, position, name, mode, starts_on, ends_on) select id, id, 1, 'Tatap muka', 'onsite', starts_on, ends_on from cohort;
insert into session (id, cohort_id, phase_id, title, starts_at, ends_at, zone, lesson_hours, state)
select pg_temp.id('session ' || s, c), pg_temp.id('cohort', c), pg_temp.id('cohort', c), 'Hari ' || s, timestamptz '2024-09-08 00:00Z' + s * interval '1 day', timestamptz '2024-09-08 08:00Z' + s * interval '1 day', 'Asia/Makassar', 10, 'closed'
from generate_series(1, (current_setting('bench.people')::int + 99999) / 100000) c, generate_series(1, 2) s;

-- Whoever takes part holds a seat; a fiftieth more asked for one in vain.
create temp table taking as
select h.*, 1 + (i - 1) / 100000 as cohort, pg_temp.id('enrolment', i) as enrolment_id, i <= current_setting('bench.people')::int as seated from human h
where i <= current_setting('bench.people')::int * 51 / 50;
update taking set cohort = 1 where not seated;
create index on taking (i);
analyze taking;
insert into enrolment (id, cohort_id, person_id, class_id, employment_id, state, state_reason)
select enrolment_id, pg_temp.id('cohort', cohort), person_id, case when seated then pg_temp.id('class', cohort * 1000 + 1 + i % 50) end, employment_id,
       case when seated then 'accepted' when i % 2 = 0 then 'waitlisted' else 'withdrawn' end, case when not seated and i % 2 = 1 then 'Tugas mendadak' end from taking;
update cohort_class k set seats_taken = (select count(*) from enrolment e where e.class_id = k.id);

-- Each in every session; one mark in fifty was corrected.
insert into attendance_mark (id, cohort_id, session_id, enrolment_id, mark, lesson_hours)
select pg_temp.id('mark ' || s, i), pg_temp.id('cohort', cohort), pg_temp.id('session ' || s, cohort), enrolment_id, case when pg_temp.chance('mark', i * 2 + s, 20) = 0 then 'absent' else 'present' end,
       case when pg_temp.chance('mark', i * 2 + s, 20) = 0 then 0 else 10 end
from taking, generate_series(1, 2) s where seated;
insert into attendance_mark (id, cohort_id, session_id, enrolment_id, mark, lesson_hours, reason, supersedes)
select pg_temp.id('correction', i), pg_temp.id('cohort', cohort), pg_temp.id('session 1', cohort), enrolment_id, 'present', 10, 'Hadir menurut daftar hadir kertas', pg_temp.id('mark 1', i)
from taking where seated and i % 50 = 0;

insert into graduation_decision (id, enrolment_id, outcome, predicate, final_score, curriculum_id, criteria, inputs, results)
select pg_temp.id('decision', i), enrolment_id, 'graduated', 'Memuaskan', 70 + i % 30, pg_temp.id('curriculum', 1), '{}', '{}', '[]' from taking where seated;

-- Certificates with snapshots as large as real ones.
create temp table paper as
select t.i, pg_temp.id('certificate', t.i) as certificate_id, lpad(t.i::text, 6, '0') || '/CONTOH/2024' as number,
       upper(translate(substr(md5('code ' || t.i), 1, 18), 'ilou', '0123')) as code, t.enrolment_id, t.person_id, t.agency, t.unit_id, date '2024-09-16' + (t.i % 60)::int as issued_on
from taking t where seated;
create index on paper (i);
analyze paper;
insert into certificate (id, enrolment_id, decision_id, agency_id, person_id, holder_agency_id, holder_unit_id, programme_id, kind, number, number_scope, number_sequence, code, issued_on, lesson_hours, snapshot, snapshot_sha256, pdf_sha256)
select p.certificate_id, p.enrolment_id, pg_temp.id('decision', p.i), pg_temp.id('agency', 1), p.person_id, pg_temp.id('agency', p.agency), p.unit_id, pg_temp.id('programme', 1), 'graduation',
  p.number, 'CONTOH-1/2024', p.i, p.code, p.issued_on, 40, s.snapshot, encode(sha256(s.snapshot::text::bytea), 'hex'), encode(sha256(p.code::bytea), 'hex')
from paper p join taking t on t.i = p.i join unit u on u.id = p.unit_id join unit o on o.id = u.parent_id cross join lateral (select
  jsonb_build_object('layout', 1, 'kind', 'graduation', 'heading', 'SERTIFIKAT', 'number', p.number, 'code', p.code, 'verifyUrl', 'https://cek.contoh.example/c/' || p.code,
    'agency', jsonb_build_object('name', 'Pemerintah Kota Contoh', 'shortName', 'Kota Contoh 1', 'code', 'CONTOH-1'), 'issuer', 'Pemerintah Kota Contoh',
    'partners', jsonb_build_array('Kementerian Contoh', 'Mitra Awan'))
  || jsonb_build_object('holder', jsonb_build_object('name', concat_ws(', ', t.name, t.back_title), 'nip', t.nip, 'nipPrinted', t.nip, 'employmentKind', 'PNS', 'golongan', 'III/d',
      'rankPrinted', 'Penata Tingkat I (III/d)', 'positionKind', t.position_kind, 'positionName', t.position_name, 'eselon', t.eselon, 'unitName', u.name, 'opdName', o.name,
      'agencyName', 'Pemerintah Kota Contoh ' || t.agency, 'birthPlace', 'Contoh Raya', 'birthDate', t.born),
    'programme', '{"code": "CONTOH-1", "name": "Pelatihan Literasi Digital Contoh", "academy": "Akademi Contoh", "diklatKind": 3, "form": "klasikal"}'::jsonb,
    'cohort', jsonb_build_object('code', 'CONTOH-' || t.cohort, 'name', 'Literasi Digital Contoh Angkatan ' || t.cohort, 'ordinal', t.cohort, 'className', 'Kelas ' || (1 + t.i % 50), 'startsOn', '2024-09-09',
      'endsOn', '2024-09-13', 'zone', 'Asia/Makassar', 'venueName', 'Balai Kota Contoh', 'venueCity', 'Contoh Raya', 'mode', 'onsite'))
  || jsonb_build_object('lessonHours', 40, 'outcome', 'graduated', 'predicate', 'Memuaskan', 'finalScore', 70 + t.i % 30, 'attendance', '{"attendedLessonHours": 40, "plannedLessonHours": 40, "percent": 100}'::jsonb,
    'transcript', '[{"title": "Kebijakan SPBE dan Reformasi Birokrasi", "lessonHours": 6}, {"title": "Kepemimpinan Digital", "lessonHours": 8}, {"title": "Keamanan Informasi bagi Aparatur", "lessonHours": 8},
      {"title": "Pemanfaatan Data untuk Kebijakan", "lessonHours": 8}, {"title": "Layanan Publik Digital", "lessonHours": 6}, {"title": "Rencana Aksi", "lessonHours": 4}]'::jsonb,
    'curriculumNumber', 1, 'issuedOn', p.issued_on, 'issuedIn', 'Contoh Raya', 'validUntil', null,
    'signatories', '[{"name": "Dr. Arga Embun, M.Si.", "nip": "196801011993011901", "position": "Kepala Badan Kepegawaian dan Pengembangan SDM", "rank": "Pembina Utama Muda"},
      {"name": "Citra Telaga, S.E., M.M.", "nip": "197001011995012902", "position": "Wali Kota Contoh", "rank": null}]'::jsonb) as snapshot) s;
-- One in two hundred was revoked.
insert into certificate_state (certificate_id, enrolment_id, kind, state) select certificate_id, enrolment_id, 'graduation', case when i % 200 = 0 then 'revoked' else 'active' end from paper;
insert into lesson_hour_entry (person_id, year, lesson_hours, kind, certificate_id) select person_id, 2024, 40, 'earned', certificate_id from paper;

-- Who signs in: an organiser of the first agency, HR for the whole country, a participant.
insert into account (id, login, display_name, password_hash, person_id)
select pg_temp.id('account', n), login, name, current_setting('bench.password_hash'), person from (values
  (1, 'organiser@contoh.example', 'Penyelenggara Contoh', null), (2, 'hr@contoh.example', 'Analis SDM Contoh', null),
  (3, 'participant@contoh.example', 'Peserta Contoh', pg_temp.id('person', 1))) who (n, login, name, person);
insert into role_grant (account_id, role, scope, agency_id, cohort_id) values
  (pg_temp.id('account', 1), 'organiser', 'agency', pg_temp.id('agency', 1), null),
  (pg_temp.id('account', 2), 'hr_analyst', 'national', null, null),
  (pg_temp.id('account', 3), 'participant', 'cohort', pg_temp.id('agency', 1), pg_temp.id('cohort', 1));
