import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of online meetings that were taken over as attendance. */
export class CreateReport1795800010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table attendance_report (
        id uuid primary key default gen_random_uuid(),
        session_id uuid not null references session (id),
        file_id uuid not null references stored_file (id),
        kind text not null check (kind in ('zoom', 'meet', 'teams', 'table')),
        attendees int not null check (attendees >= 0),
        marked int not null check (marked >= 0),
        taken_by uuid references account (id),
        taken_at timestamptz not null default clock_timestamp()
      );
      create index attendance_report_session on attendance_report (session_id, taken_at desc);
      comment on table attendance_report is 'A report of Zoom, Meet or Teams from which marks were taken; the file is kept as their source.';
      create trigger attendance_report_is_fact before update or delete on attendance_report for each row execute function refuse_change();
      create trigger a_audit after insert on attendance_report for each row execute function write_audit();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table attendance_report;');
  }
}
