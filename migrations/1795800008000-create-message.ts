import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Templates, messages with every try to deliver them, what readers prefer, reminders of cohorts, and messages to a class. */
export class CreateMessage1795800008000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table message_template (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid references agency (id),
        event text not null check (event ~ '^[a-z]+\\.[A-Za-z]+$'),
        channel text not null check (channel in ('inbox', 'email', 'whatsapp')),
        locale text not null check (locale in ('id', 'en')),
        number int not null check (number > 0),
        subject text check (length(subject) between 1 and 200),
        body text check (length(body) between 1 and 5000),
        created_by uuid references account (id),
        created_at timestamptz not null default clock_timestamp(),
        constraint message_template_whole check ((subject is null) = (body is null)),
        constraint message_template_number_once unique nulls not distinct (agency_id, event, channel, locale, number)
      );
      comment on table message_template is 'A version of a text for an event. No agency: the national one. No text: back to what holds above. The newest version holds.';
      create trigger message_template_is_fact before update or delete on message_template for each row execute function refuse_change();
      create trigger a_audit after insert on message_template for each row execute function write_audit();

      create table message_preference (
        account_id uuid primary key references account (id),
        id uuid generated always as (account_id) stored,
        email boolean not null default true,
        whatsapp boolean not null default false,
        whatsapp_number text check (whatsapp_number ~ '^\\+[1-9][0-9]{8,14}$'),
        constraint message_preference_consent_names_number check (not whatsapp or whatsapp_number is not null)
      );
      comment on table message_preference is 'How a reader wants to be told outside the program. Without a row: by mail.';
      comment on column message_preference.whatsapp_number is 'The number for which the reader agreed to WhatsApp.';
      create trigger a_audit after insert or update or delete on message_preference for each row execute function write_audit();

      create table message_reminder (
        cohort_id uuid primary key references cohort (id) on delete cascade,
        id uuid generated always as (cohort_id) stored,
        days int[] not null default '{3,1}' check (cardinality(days) <= 5 and 1 <= all (days) and 30 >= all (days)),
        version int not null default 1
      );
      comment on table message_reminder is 'Days before the first session and before deadlines on which people are reminded. Without a row: 3 and 1.';
      create trigger message_reminder_version before update on message_reminder for each row execute function count_version();
      create trigger a_audit after insert or update or delete on message_reminder for each row execute function write_audit();

      create table class_message (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null references cohort (id),
        readership jsonb not null,
        subject text not null check (length(subject) between 1 and 200),
        body text not null check (length(body) between 1 and 5000),
        readers int not null check (readers > 0),
        send_after timestamptz not null,
        written_by uuid references account (id),
        written_at timestamptz not null default clock_timestamp(),
        cancelled_at timestamptz
      );
      create index class_message_cohort on class_message (cohort_id, written_at desc);
      comment on table class_message is 'A message that somebody wrote to people of a cohort; one announcement for each of them, joined by class_message_reader.';
      create trigger a_audit after insert or update or delete on class_message for each row execute function write_audit();

      create table class_message_reader (
        class_message_id uuid not null references class_message (id),
        announcement_id bigint not null unique references announcement (id),
        primary key (class_message_id, announcement_id)
      );
      comment on table class_message_reader is 'The announcements that a message to a class became, one per reader.';

      create table message (
        id uuid primary key default gen_random_uuid(),
        announcement_id bigint not null references announcement (id),
        channel text not null check (channel in ('inbox', 'email', 'whatsapp')),
        event text not null,
        person_id uuid references person (id),
        account_id uuid references account (id),
        cohort_id uuid references cohort (id),
        agency_id uuid references agency (id),
        locale text not null check (locale in ('id', 'en')),
        address text check (length(address) <= 254),
        subject text not null default '' check (length(subject) <= 300),
        body text not null default '' check (length(body) <= 20000),
        link text not null default '' check (length(link) <= 2000),
        state text not null check (state in ('queued', 'sending', 'sent', 'delivered', 'opened', 'bounced', 'failed', 'parked', 'skipped')),
        code text check (length(code) <= 60),
        details jsonb not null default '{}',
        due_at timestamptz not null,
        attempts int not null default 0 check (attempts >= 0),
        round int not null default 1 check (round > 0),
        claimed_until timestamptz,
        stands_in_for uuid references message (id),
        gateway_id text check (length(gateway_id) <= 200),
        sent_at timestamptz,
        read_at timestamptz,
        created_at timestamptz not null default clock_timestamp(),
        constraint message_once unique (announcement_id, channel),
        constraint message_needs_address check (channel = 'inbox' or address is not null or state in ('skipped', 'parked')),
        constraint message_claimed_while_sending check ((state = 'sending') = (claimed_until is not null)),
        constraint message_inbox_is_not_sent check (channel <> 'inbox' or state in ('delivered', 'opened', 'parked'))
      );
      create index message_due on message (due_at) where state = 'queued';
      create index message_claimed on message (claimed_until) where state = 'sending';
      create index message_stand_in on message (stands_in_for) where stands_in_for is not null;
      create index message_cohort on message (cohort_id, created_at desc);
      create index message_inbox_person on message (person_id, created_at desc) where channel = 'inbox';
      create index message_inbox_account on message (account_id, created_at desc) where channel = 'inbox';
      create index message_gateway on message (gateway_id) where gateway_id is not null;
      comment on table message is 'An announcement in the words of its reader, once per channel. Its state is a projection of its deliveries.';
      comment on column message.round is 'Counts deliberate repeats; part of the Message-ID, which stays the same over all tries of a round.';
      comment on column message.claimed_until is 'Until then the worker that tries it is believed to live.';

      create function keep_sent_message() returns trigger language plpgsql as $$
      begin
        raise exception 'what was sent stays as it was sent' using errcode = 'restrict_violation';
      end $$;
      create trigger message_sent_stays before update of subject, body, address, link, announcement_id, channel on message for each row
        when (old.state in ('sent', 'delivered', 'opened') and old.round = new.round) execute function keep_sent_message();

      create table delivery (
        id bigint generated always as identity primary key,
        message_id uuid not null references message (id),
        attempt int not null check (attempt >= 0),
        outcome text not null check (outcome in ('attempted', 'sent', 'delivered', 'opened', 'deferred', 'bounced', 'failed', 'uncertain', 'replaced', 'repeated')),
        code text check (length(code) <= 60),
        detail text check (length(detail) <= 500),
        at timestamptz not null default clock_timestamp(),
        constraint delivery_once unique (message_id, attempt, outcome)
      );
      comment on table delivery is 'Every try to deliver a message and how it ended. Attempted is stored before anything leaves; uncertain: the worker died before it could say.';
      create trigger delivery_is_fact before update or delete on delivery for each row execute function refuse_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table delivery, message, class_message_reader, class_message, message_reminder, message_preference, message_template;
      drop function keep_sent_message;
    `);
  }
}
