import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Audit trail, append-only guard, version counter: what every later table hangs on. */
export class CreateAudit1795200000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists btree_gist;
      create extension if not exists pg_trgm;
      create extension if not exists unaccent;

      create function fold_text(value text) returns text
        language plpgsql immutable strict parallel safe as $$
      begin
        -- Nearly every name is plain ASCII; the dictionary would cost it five times as much.
        if octet_length(value) = length(value) then return lower(value); end if;
        return lower(public.unaccent('public.unaccent'::regdictionary, value));
      end $$;
      comment on function fold_text is 'Lower case without accents: the form in which names are searched and sorted.';

      create table audit_event (
        id bigint generated always as identity primary key,
        at timestamptz not null default clock_timestamp(),
        account_id uuid,
        client_id uuid,
        request_id text,
        action text not null,
        subject_kind text not null,
        subject_id text not null,
        before jsonb,
        after jsonb,
        reason text
      );
      create index audit_event_subject on audit_event (subject_kind, subject_id, id);
      create index audit_event_account on audit_event (account_id, id);
      comment on table audit_event is 'Who did what to which record, with the changed values before and after. Never changed.';
      comment on column audit_event.action is 'created, changed, removed, or the name of an attempt such as denied.';

      create table audit_lane (
        lane smallint primary key,
        length bigint not null default 0,
        head bytea not null default '\\x'
      );
      insert into audit_lane (lane) select generate_series(0, 15);
      comment on table audit_lane is 'Heads of the sixteen hash chains. A transaction uses one lane, so writers rarely wait for each other.';

      create table audit_seal (
        lane smallint not null references audit_lane (lane),
        position bigint not null,
        event_id bigint not null unique references audit_event (id),
        hash bytea not null,
        primary key (lane, position)
      );
      comment on table audit_seal is 'Chains each audit event to the one before it in its lane; written when the transaction commits.';

      create function audit_text(event audit_event) returns text
        language sql stable parallel safe
        return jsonb_build_array(event.id, extract(epoch from event.at)::text, event.account_id, event.client_id,
          event.request_id, event.action, event.subject_kind, event.subject_id, event.before, event.after, event.reason)::text;
      comment on function audit_text is 'The canonical text of an event: what its seal covers.';

      create function seal_audit_event() returns trigger language plpgsql as $$
      declare
        chosen smallint := (hashtextextended(pg_current_xact_id()::text, 0) & 15)::smallint;
        chain audit_lane%rowtype;
        event audit_event%rowtype;
        next_id bigint := new.id;
      begin
        if exists (select from audit_seal where event_id = new.id) then return null; end if;
        select * into chain from audit_lane where lane = chosen for update;
        loop
          for event in select * from audit_event where id >= next_id order by id limit 1000 loop
            next_id := event.id + 1;
            continue when exists (select from audit_seal where event_id = event.id);
            chain.length := chain.length + 1;
            chain.head := sha256(chain.head || convert_to(audit_text(event), 'UTF8'));
            insert into audit_seal (lane, position, event_id, hash) values (chosen, chain.length, event.id, chain.head);
          end loop;
          exit when not found;
        end loop;
        update audit_lane set length = chain.length, head = chain.head where lane = chosen;
        return null;
      end $$;
      comment on function seal_audit_event is 'Seals at commit. The first call seals every event of the transaction at once: those of others are invisible or sealed.';
      create constraint trigger audit_event_sealed after insert on audit_event
        deferrable initially deferred for each row execute function seal_audit_event();

      create function write_audit() returns trigger language plpgsql as $$
      declare
        row_before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - coalesce(tg_argv, '{}')::text[] end;
        row_after jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - coalesce(tg_argv, '{}')::text[] end;
        subject text := coalesce(row_after ->> 'id', row_before ->> 'id');
      begin
        if tg_op = 'UPDATE' then
          select jsonb_object_agg(b.key, b.value), jsonb_object_agg(b.key, row_after -> b.key)
            into row_before, row_after
            from jsonb_each(row_before) b where b.value is distinct from row_after -> b.key and b.key <> 'version';
          if row_before is null then return null; end if;
        end if;
        insert into audit_event (account_id, client_id, request_id, action, subject_kind, subject_id, before, after, reason)
        values (nullif(current_setting('jenjang.account_id', true), '')::uuid,
                nullif(current_setting('jenjang.client_id', true), '')::uuid,
                nullif(current_setting('jenjang.request_id', true), ''),
                case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'removed' end,
                tg_table_name, subject, row_before, row_after,
                nullif(current_setting('jenjang.reason', true), ''));
        return null;
      end $$;
      comment on function write_audit is 'Audits a row change. Arguments name columns that must not be recorded (secrets, derived counters).';

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % are facts: they are never changed or removed', tg_table_name using errcode = 'restrict_violation';
      end $$;

      create function count_version() returns trigger language plpgsql as $$
      begin
        new.version := old.version + 1;
        return new;
      end $$;

      create trigger audit_event_is_fact before update or delete on audit_event for each row execute function refuse_change();
      create trigger audit_event_stays before truncate on audit_event execute function refuse_change();
      create trigger audit_seal_is_fact before update or delete on audit_seal for each row execute function refuse_change();
      create trigger audit_seal_stays before truncate on audit_seal execute function refuse_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table audit_seal, audit_lane;
      drop function audit_text;
      drop table audit_event;
      drop function seal_audit_event, write_audit, refuse_change, count_version, fold_text;
    `);
  }
}
