import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, sign-ins, one-time links, role grants and machine clients. */
export class CreateIdentity1795200005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table account (
        id uuid primary key default gen_random_uuid(),
        person_id uuid unique references person (id),
        login text not null check (length(login) between 3 and 254 and login = lower(login)),
        display_name text not null check (length(display_name) between 1 and 200),
        password_hash text,
        locale text not null default 'id' check (locale in ('id', 'en')),
        disabled_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        constraint account_login_once unique (login)
      );
      comment on table account is 'Who may sign in. A person may have one; a machine never does.';
      comment on column account.password_hash is 'Argon2id; null until the invitation is used.';

      create table sign_in (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references account (id),
        token_hash bytea not null unique,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        ip inet,
        user_agent text check (length(user_agent) <= 400)
      );
      create index sign_in_account on sign_in (account_id) where revoked_at is null;
      comment on table sign_in is 'A signed-in browser. The cookie holds a random token; only its SHA-256 is stored. Revoked, never deleted.';

      create table sign_in_failure (
        login text primary key check (length(login) <= 254),
        failures int not null,
        locked_until timestamptz,
        last_failed_at timestamptz not null
      );
      comment on table sign_in_failure is 'Wrong passwords in a row per login, known or not; the pause grows with each.';

      create table one_time_link (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references account (id),
        purpose text not null check (purpose in ('invitation', 'reset')),
        token_hash bytea not null unique,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      comment on table one_time_link is 'A link that sets a password once.';

      create table role_grant (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references account (id),
        role text not null check (role in ('admin', 'organiser', 'facilitator', 'hr_analyst', 'agency_head', 'participant')),
        scope text not null check (scope in ('national', 'agency', 'unit', 'cohort')),
        agency_id uuid references agency (id),
        unit_id uuid references unit (id),
        cohort_id uuid references cohort (id),
        granted_by uuid references account (id),
        granted_at timestamptz not null default now(),
        revoked_at timestamptz,
        constraint role_grant_scope_target check (
          case scope
            when 'national' then agency_id is null and unit_id is null and cohort_id is null
            when 'agency' then agency_id is not null and unit_id is null and cohort_id is null
            when 'unit' then agency_id is not null and unit_id is not null and cohort_id is null
            else agency_id is not null and unit_id is null and cohort_id is not null
          end)
      );
      create unique index role_grant_once on role_grant (account_id, role, scope, agency_id, unit_id, cohort_id)
        nulls not distinct where revoked_at is null;
      create index role_grant_cohort on role_grant (cohort_id) where revoked_at is null;
      comment on table role_grant is 'A role held by an account within a scope: national, an agency, a unit and all below, one cohort.';

      create table api_client (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid references agency (id),
        client_id text not null unique,
        secret_hash text not null,
        name text not null check (length(name) between 3 and 120),
        scopes text[] not null check (cardinality(scopes) > 0),
        disabled_at timestamptz,
        created_by uuid references account (id),
        created_at timestamptz not null default now()
      );
      comment on table api_client is 'A machine such as an agency''s HR system. Null agency means national scope.';

      create table api_token (
        id uuid primary key default gen_random_uuid(),
        api_client_id uuid not null references api_client (id),
        token_hash bytea not null unique,
        scopes text[] not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null
      );

      create function refuse_last_admin_gone() returns trigger language plpgsql as $$
      begin
        perform 1 from role_grant where role = 'admin' and scope = 'national' for update;
        if not exists (select 1 from role_grant g join account a on a.id = g.account_id
            where g.role = 'admin' and g.scope = 'national' and g.revoked_at is null and a.disabled_at is null) then
          raise exception 'the last national admin stays' using errcode = 'check_violation', constraint = 'role_grant_last_admin_stays';
        end if;
        return null;
      end $$;
      create trigger role_grant_last_admin after update of revoked_at or delete on role_grant for each row
        when (old.role = 'admin' and old.scope = 'national') execute function refuse_last_admin_gone();
      create trigger account_last_admin after update of disabled_at on account for each row
        when (new.disabled_at is not null and old.disabled_at is null) execute function refuse_last_admin_gone();

      create trigger account_version before update on account for each row execute function count_version();
      create trigger a_audit after insert or update or delete on account for each row execute function write_audit('password_hash');
      create trigger a_audit after insert or update of revoked_at or delete on sign_in for each row execute function write_audit('token_hash', 'last_seen_at', 'ip');
      create trigger a_audit after insert or update or delete on one_time_link for each row execute function write_audit('token_hash');
      create trigger a_audit after insert or update or delete on role_grant for each row execute function write_audit();
      create trigger a_audit after insert or update or delete on api_client for each row execute function write_audit('secret_hash');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table api_token, api_client, role_grant, one_time_link, sign_in_failure, sign_in, account;
      drop function refuse_last_admin_gone;
    `);
  }
}
