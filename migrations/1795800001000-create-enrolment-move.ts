import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Participants move by one table, every move is noted, and seats draw from quota, classes and allocations. */
export class CreateEnrolmentMove1795800001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table enrolment_path (
        from_state text not null,
        to_state text not null,
        primary key (from_state, to_state)
      );
      comment on table enrolment_path is 'The one table of allowed moves of a participant. ''new'' is before the first state. libs/shared/src/enrolment holds the same; a test compares them.';
      insert into enrolment_path values
        ('new', 'nominated'), ('new', 'waitlisted'), ('new', 'accepted'), ('new', 'approved'), ('new', 'rejected'), ('new', 'withdrawn'),
        ('nominated', 'approved'), ('nominated', 'accepted'), ('nominated', 'waitlisted'), ('nominated', 'rejected'), ('nominated', 'withdrawn'),
        ('approved', 'accepted'), ('approved', 'waitlisted'), ('approved', 'rejected'), ('approved', 'withdrawn'),
        ('waitlisted', 'offered'), ('waitlisted', 'accepted'), ('waitlisted', 'rejected'), ('waitlisted', 'withdrawn'),
        ('offered', 'accepted'), ('offered', 'waitlisted'), ('offered', 'withdrawn'),
        ('accepted', 'withdrawn'), ('withdrawn', 'accepted'), ('withdrawn', 'nominated'), ('rejected', 'nominated');

      alter table enrolment
        drop constraint enrolment_state_check,
        add constraint enrolment_state_check check (state in ('nominated', 'approved', 'waitlisted', 'offered', 'accepted', 'rejected', 'withdrawn')),
        add column quota_id uuid,
        add column nomination_id uuid,
        add column nomination_rank int check (nomination_rank > 0),
        add column replaces uuid,
        add column state_at timestamptz not null default clock_timestamp(),
        add column state_code text check (length(state_code) <= 40),
        add column state_details jsonb not null default '{}',
        add column on_behalf_of uuid references account (id),
        add constraint enrolment_quota_in_cohort foreign key (quota_id, cohort_id) references quota (id, cohort_id) deferrable,
        add constraint enrolment_nomination_in_cohort foreign key (nomination_id, cohort_id) references nomination (id, cohort_id),
        add constraint enrolment_replaces_in_cohort foreign key (replaces, cohort_id) references enrolment (id, cohort_id);
      alter table enrolment disable trigger a_audit;
      update enrolment set state_at = created_at;
      alter table enrolment enable trigger a_audit;
      create index enrolment_nomination on enrolment (nomination_id) where nomination_id is not null;
      create index enrolment_quota on enrolment (quota_id) where quota_id is not null;
      create index enrolment_replaces on enrolment (replaces) where replaces is not null;
      create index enrolment_waiting on enrolment (cohort_id, state_at, id) where state in ('waitlisted', 'offered');
      comment on column enrolment.quota_id is 'The cell that the seat draws from; null while the cohort has no matrix or the person holds no seat.';
      comment on column enrolment.state_code is 'Reason code of the last move, as listed in libs/shared/src/enrolment.';
      comment on column enrolment.replaces is 'The withdrawn participant whose seat this one took over.';

      create table enrolment_move (
        id uuid primary key default gen_random_uuid(),
        enrolment_id uuid not null references enrolment (id) on delete cascade,
        cohort_id uuid not null,
        from_state text not null,
        to_state text not null,
        code text,
        reason text,
        details jsonb not null,
        moved_by uuid,
        on_behalf_of uuid,
        moved_at timestamptz not null,
        constraint enrolment_move_allowed foreign key (from_state, to_state) references enrolment_path (from_state, to_state)
      );
      create index enrolment_move_enrolment on enrolment_move (enrolment_id, moved_at);
      create index enrolment_move_cohort on enrolment_move (cohort_id, moved_at);
      comment on table enrolment_move is 'Every move of every participant, written by trigger: from, to, why, by whom and for whom.';

      create or replace function refuse_wrong_move() returns trigger language plpgsql as $$
      begin
        if new.state <> old.state then
          if not exists (select from enrolment_path where (from_state, to_state) = (old.state, new.state)) then
            raise exception 'no move from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'enrolment_moves_by_table';
          end if;
          new.state_at := clock_timestamp();
        end if;
        return new;
      end $$;

      insert into enrolment_move (enrolment_id, cohort_id, from_state, to_state, reason, details, moved_at)
        select id, cohort_id, 'new', state, state_reason, '{}', state_at from enrolment;
      create trigger enrolment_move_is_fact before update on enrolment_move for each row execute function refuse_change();
      -- An import that is undone within its day takes its participants back with their moves; nobody else deletes.
      create trigger enrolment_move_stays before delete on enrolment_move for each row when (pg_trigger_depth() = 0) execute function refuse_change();

      alter table cohort
        add column seats_offered int not null default 0,
        drop constraint cohort_seats_within_capacity,
        add constraint cohort_seats_within_capacity check (seats_taken >= 0 and seats_offered >= 0 and seats_taken + seats_offered <= capacity);
      alter table cohort_class
        add column seats_offered int not null default 0,
        drop constraint cohort_class_seats_within_capacity,
        add constraint cohort_class_seats_within_capacity check (seats_taken >= 0 and seats_offered >= 0 and seats_taken + seats_offered <= capacity);
      comment on column cohort.seats_offered is 'Seats kept for people who were offered one and have not answered.';
      drop trigger cohort_version on cohort;
      create trigger cohort_version before update on cohort for each row
        when (old.seats_taken = new.seats_taken and old.seats_offered = new.seats_offered) execute function count_version();
      drop trigger a_audit on cohort;
      create trigger a_audit after insert or update or delete on cohort for each row execute function write_audit('seats_taken', 'seats_offered');
      drop trigger a_audit on cohort_class;
      create trigger a_audit after insert or update or delete on cohort_class for each row execute function write_audit('seats_taken', 'seats_offered');

      create function count_allocations(academy uuid, programme uuid, in_year int, agencies uuid[], steps int[]) returns void language plpgsql as $$
      begin
        perform 1 from allocation a where a.academy_id = academy and a.year = in_year and (a.programme_id is null or a.programme_id = programme)
          and (a.agency_id is null or a.agency_id = any(agencies)) order by a.id for no key update;
        update allocation a set taken = a.taken + x.step from (
          select b.id, sum(s.step) as step from allocation b join unnest(agencies, steps) s (agency, step) on b.agency_id is null or b.agency_id = s.agency
          where b.academy_id = academy and b.year = in_year and (b.programme_id is null or b.programme_id = programme) group by b.id) x
        where a.id = x.id and x.step <> 0;
      end $$;

      create type seat_step as (cohort_id uuid, class_id uuid, quota_id uuid, employment_id uuid, accepted int, offered int);
      comment on type seat_step is 'Seats that one statement takes or, below zero, gives back at one place.';

      create function count_steps(steps seat_step[]) returns void language plpgsql as $$
      declare place record;
      begin
        update cohort c set seats_taken = c.seats_taken + x.accepted, seats_offered = c.seats_offered + x.offered
          from (select cohort_id, sum(accepted) as accepted, sum(offered) as offered from unnest(steps) group by 1) x where c.id = x.cohort_id and (x.accepted, x.offered) <> (0, 0);
        update cohort_class k set seats_taken = k.seats_taken + x.accepted, seats_offered = k.seats_offered + x.offered
          from (select class_id, sum(accepted) as accepted, sum(offered) as offered from unnest(steps) group by 1) x where k.id = x.class_id and (x.accepted, x.offered) <> (0, 0);
        update quota q set taken = q.taken + x.held
          from (select quota_id, sum(accepted + offered) as held from unnest(steps) group by 1) x where q.id = x.quota_id and x.held <> 0;
        for place in
          select p.academy_id, p.id as programme_id, extract(year from c.starts_on)::int as year, array_agg(x.agency_id) as agencies, array_agg(x.held::int) as held from (
            select s.cohort_id, coalesce(m.agency_id, d.agency_id) as agency_id, sum(s.accepted + s.offered) as held
            from unnest(steps) s join cohort d on d.id = s.cohort_id left join employment m on m.id = s.employment_id group by 1, 2 having sum(s.accepted + s.offered) <> 0) x
          join cohort c on c.id = x.cohort_id join curriculum k on k.id = c.curriculum_id join programme p on p.id = k.programme_id group by 1, 2, 3 order by 1, 2, 3
        loop
          perform count_allocations(place.academy_id, place.programme_id, place.year, place.agencies, place.held);
        end loop;
      end $$;

      drop trigger enrolment_seats on enrolment;
      create or replace function count_seats() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          perform count_steps(array_agg(row(x.*)::seat_step)) from (
            select cohort_id, class_id, quota_id, employment_id, count(*) filter (where state = 'accepted')::int, count(*) filter (where state = 'offered')::int
            from new_rows where state in ('accepted', 'offered') group by 1, 2, 3, 4) x having count(*) > 0;
        elsif tg_op = 'DELETE' then
          perform count_steps(array_agg(row(x.*)::seat_step)) from (
            select cohort_id, class_id, quota_id, employment_id, -(count(*) filter (where state = 'accepted'))::int, -(count(*) filter (where state = 'offered'))::int
            from old_rows where state in ('accepted', 'offered') group by 1, 2, 3, 4) x having count(*) > 0;
          return null;
        else
          perform count_steps(array_agg(row(x.*)::seat_step)) from (
            select cohort_id, class_id, quota_id, employment_id, coalesce(sum(step) filter (where state = 'accepted'), 0)::int, coalesce(sum(step) filter (where state = 'offered'), 0)::int from (
              select cohort_id, class_id, quota_id, employment_id, state, 1 as step from new_rows where state in ('accepted', 'offered')
              union all select cohort_id, class_id, quota_id, employment_id, state, -1 from old_rows where state in ('accepted', 'offered')) held
            group by 1, 2, 3, 4) x having count(*) > 0;
        end if;
        if exists (select from new_rows n where n.state in ('accepted', 'offered') and n.quota_id is null and exists (select from quota q where q.cohort_id = n.cohort_id)) then
          raise exception 'a seat draws from a quota' using errcode = 'check_violation', constraint = 'enrolment_draws_from_quota';
        end if;
        return null;
      end $$;
      create trigger enrolment_seats after insert on enrolment referencing new table as new_rows for each statement execute function count_seats();
      create trigger enrolment_seats_moved after update on enrolment referencing old table as old_rows new table as new_rows for each statement execute function count_seats();
      create trigger enrolment_seats_freed after delete on enrolment referencing old table as old_rows for each statement execute function count_seats();

      create function note_moves() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          insert into enrolment_move (enrolment_id, cohort_id, from_state, to_state, code, reason, details, moved_by, on_behalf_of, moved_at)
            select n.id, n.cohort_id, 'new', n.state, n.state_code, n.state_reason, n.state_details, nullif(current_setting('jenjang.account_id', true), '')::uuid, n.on_behalf_of, n.state_at from new_rows n;
        else
          insert into enrolment_move (enrolment_id, cohort_id, from_state, to_state, code, reason, details, moved_by, on_behalf_of, moved_at)
            select n.id, n.cohort_id, o.state, n.state, n.state_code, n.state_reason, n.state_details, nullif(current_setting('jenjang.account_id', true), '')::uuid, n.on_behalf_of, n.state_at
            from new_rows n join old_rows o on o.id = n.id where n.state <> o.state;
        end if;
        return null;
      end $$;
      create trigger enrolment_noted after insert on enrolment referencing new table as new_rows for each statement execute function note_moves();
      create trigger enrolment_noted_again after update on enrolment referencing old table as old_rows new table as new_rows for each statement execute function note_moves();

      create function move_allocations() returns trigger language plpgsql as $$
      declare old_programme programme%rowtype; new_programme programme%rowtype; agencies uuid[]; held int[];
      begin
        select p.* into old_programme from curriculum k join programme p on p.id = k.programme_id where k.id = old.curriculum_id;
        select p.* into new_programme from curriculum k join programme p on p.id = k.programme_id where k.id = new.curriculum_id;
        select array_agg(agency_id), array_agg(seats) into agencies, held from (
          select coalesce(m.agency_id, new.agency_id) as agency_id, count(*)::int as seats from enrolment e left join employment m on m.id = e.employment_id
          where e.cohort_id = new.id and e.state in ('accepted', 'offered') group by 1) x;
        if agencies is not null then
          perform count_allocations(old_programme.academy_id, old_programme.id, extract(year from old.starts_on)::int, agencies, (select array_agg(-n) from unnest(held) n));
          perform count_allocations(new_programme.academy_id, new_programme.id, extract(year from new.starts_on)::int, agencies, held);
        end if;
        return null;
      end $$;
      create trigger cohort_allocations after update of starts_on, curriculum_id on cohort for each row
        when (extract(year from old.starts_on) <> extract(year from new.starts_on) or old.curriculum_id <> new.curriculum_id) execute function move_allocations();

      create function count_allocation_taken() returns trigger language plpgsql as $$
      begin
        -- Seats taken meanwhile by others would see no row to count in.
        lock table enrolment in share row exclusive mode;
        select count(*) into new.taken from enrolment e join cohort c on c.id = e.cohort_id join curriculum k on k.id = c.curriculum_id join programme p on p.id = k.programme_id
          left join employment m on m.id = e.employment_id
          where e.state in ('accepted', 'offered') and p.academy_id = new.academy_id and (new.programme_id is null or p.id = new.programme_id)
            and (new.agency_id is null or new.agency_id = coalesce(m.agency_id, c.agency_id)) and extract(year from c.starts_on) = new.year;
        return new;
      end $$;
      create trigger allocation_taken before insert or update of academy_id, programme_id, agency_id, year on allocation
        for each row execute function count_allocation_taken();

      create function check_quota_sum() returns trigger language plpgsql as $$
      declare place cohort%rowtype; planned int; unplaced int;
      begin
        select * into place from cohort where id = coalesce(new.cohort_id, old.cohort_id) for no key update;
        if not found then return null; end if;
        select sum(seats) into planned from quota where cohort_id = place.id;
        if planned > place.capacity then
          raise exception 'quota above capacity' using errcode = 'check_violation', constraint = 'quota_within_capacity';
        end if;
        if planned is not null and exists (select from enrolment where cohort_id = place.id and state in ('accepted', 'offered') and quota_id is null) then
          raise exception 'a seat without quota' using errcode = 'check_violation', constraint = 'enrolment_draws_from_quota';
        end if;
        if tg_op <> 'DELETE' and exists (select from unit u join quota b on b.cohort_id = place.id join unit v on v.id = b.unit_id
                   where u.id = new.unit_id and v.path <> u.path and (starts_with(v.path, u.path) or starts_with(u.path, v.path))) then
          raise exception 'a unit below another' using errcode = 'check_violation', constraint = 'quota_units_apart';
        end if;
        return null;
      end $$;
      create constraint trigger quota_sum after insert or update of seats, unit_id or delete on quota
        deferrable initially deferred for each row execute function check_quota_sum();

      create function check_capacity() returns trigger language plpgsql as $$
      begin
        if (select sum(seats) from quota where cohort_id = new.id) > new.capacity then
          raise exception 'quota above capacity' using errcode = 'check_violation', constraint = 'quota_within_capacity';
        end if;
        return null;
      end $$;
      create constraint trigger cohort_capacity after update of capacity on cohort
        deferrable initially deferred for each row when (new.capacity < old.capacity) execute function check_capacity();

      create table seat_offer (
        id uuid primary key default gen_random_uuid(),
        enrolment_id uuid not null references enrolment (id),
        why jsonb not null,
        offered_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        constraint seat_offer_lasts check (expires_at > offered_at)
      );
      create index seat_offer_enrolment on seat_offer (enrolment_id, offered_at desc);
      create index seat_offer_expiry on seat_offer (expires_at);
      comment on table seat_offer is 'A seat offered to somebody on the waiting list, and why to this person. The answer is the next move of the enrolment.';
      create trigger seat_offer_is_fact before update or delete on seat_offer for each row execute function refuse_change();
      create trigger a_audit after insert on seat_offer for each row execute function write_audit();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update enrolment set state = 'withdrawn' where state = 'offered';
      drop table seat_offer;
      drop trigger quota_sum on quota;
      drop trigger cohort_capacity on cohort;
      drop trigger allocation_taken on allocation;
      drop trigger cohort_allocations on cohort;
      drop trigger enrolment_noted on enrolment;
      drop trigger enrolment_noted_again on enrolment;
      drop trigger enrolment_seats on enrolment;
      drop trigger enrolment_seats_moved on enrolment;
      drop trigger enrolment_seats_freed on enrolment;
      drop function count_seats, note_moves, move_allocations, count_allocation_taken, count_steps, count_allocations, check_quota_sum, check_capacity;
      drop type seat_step;
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
      create or replace function refuse_wrong_move() returns trigger language plpgsql as $$
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
      alter table cohort drop column seats_offered cascade, add constraint cohort_seats_within_capacity check (seats_taken between 0 and capacity);
      alter table cohort_class drop column seats_offered cascade, add constraint cohort_class_seats_within_capacity check (seats_taken between 0 and capacity);
      create trigger cohort_version before update on cohort for each row
        when (old.seats_taken = new.seats_taken) execute function count_version();
      drop trigger a_audit on cohort;
      create trigger a_audit after insert or update or delete on cohort for each row execute function write_audit('seats_taken');
      drop trigger a_audit on cohort_class;
      create trigger a_audit after insert or update or delete on cohort_class for each row execute function write_audit('seats_taken');
      alter table enrolment drop column quota_id, drop column nomination_id, drop column nomination_rank, drop column replaces,
        drop column state_at, drop column state_code, drop column state_details, drop column on_behalf_of,
        drop constraint enrolment_state_check,
        add constraint enrolment_state_check check (state in ('nominated', 'approved', 'waitlisted', 'accepted', 'rejected', 'withdrawn'));
      drop table enrolment_move, enrolment_path;
    `);
  }
}
