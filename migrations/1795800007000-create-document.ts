import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers of the committee as issued, their numbers without gaps, and how each agency writes them. */
export class CreateDocument1795800007000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table document_numbering (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid not null references agency (id),
        kind text not null check (kind in ('participant_letter', 'facilitator_letter', 'participant_list', 'attendance_sheet')),
        template text not null check (length(template) between 1 and 80),
        constraint document_numbering_once unique (agency_id, kind)
      );
      comment on table document_numbering is 'How an agency writes the numbers of a kind of paper. Without a row the default of libs/shared/src/document holds.';

      create table document_counter (
        scope text primary key,
        last int not null check (last > 0)
      );
      comment on table document_counter is 'Last number given per agency, kind and year. Taken in the issuing transaction, so a rollback leaves no gap.';

      create table document (
        id uuid primary key default gen_random_uuid(),
        cohort_id uuid not null references cohort (id),
        agency_id uuid not null references agency (id),
        kind text not null check (kind in ('participant_letter', 'facilitator_letter', 'participant_list', 'attendance_sheet', 'table_card', 'participant_card')),
        issued_on date not null,
        snapshot jsonb not null,
        snapshot_sha256 text not null check (snapshot_sha256 ~ '^[0-9a-f]{64}$'),
        pdf_sha256 text not null check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
        pages int not null check (pages > 0),
        bytes bigint not null check (bytes > 0),
        issued_by uuid references account (id),
        issued_at timestamptz not null default clock_timestamp()
      );
      create index document_cohort on document (cohort_id, issued_at desc);
      comment on table document is 'Naskah of a committee as issued. The snapshot holds every printed fact; the PDF was drawn from it alone.';

      create table document_number (
        document_id uuid not null references document (id),
        agency_id uuid not null references agency (id),
        scope text not null,
        sequence int not null check (sequence > 0),
        number text not null check (length(number) between 3 and 200),
        primary key (document_id, sequence),
        constraint document_sequence_once unique (scope, sequence),
        constraint document_number_once unique (agency_id, number)
      );
      comment on table document_number is 'Numbers that a paper bears: one, or one for each letter in it.';
      create function check_document_sequence() returns trigger language plpgsql as $$
      begin
        if new.sequence > 1 and not exists (select from document_number where scope = new.scope and sequence = new.sequence - 1) then
          raise exception 'papers are numbered without gaps' using errcode = 'check_violation', constraint = 'document_number_no_gap';
        end if;
        return null;
      end $$;
      create constraint trigger document_number_follows after insert on document_number
        deferrable initially deferred for each row execute function check_document_sequence();

      create trigger document_is_fact before update or delete on document for each row execute function refuse_change();
      create trigger document_number_is_fact before update or delete on document_number for each row execute function refuse_change();
      create trigger a_audit after insert on document for each row execute function write_audit('snapshot');
      create trigger a_audit after insert or update or delete on document_numbering for each row execute function write_audit();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table document_number, document, document_counter, document_numbering;
      drop function check_document_sequence;
    `);
  }
}
