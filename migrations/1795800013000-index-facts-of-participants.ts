import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the facts of a participant or person at once: an import that is undone asks each table whether it still needs the row. */
export class IndexFactsOfParticipants1795800013000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index score_enrolment on score (enrolment_id);
      create index certificate_state_enrolment on certificate_state (enrolment_id);
      create index selection_choice_enrolment_idx on selection_choice (enrolment_id);
      create index approval_link_person_enrolment_idx on approval_link_person (enrolment_id);
      create index check_in_enrolment_idx on check_in (enrolment_id);
      create index device_mark_enrolment_idx on device_mark (enrolment_id);
      create index message_person on message (person_id) where person_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index score_enrolment, certificate_state_enrolment, selection_choice_enrolment_idx, approval_link_person_enrolment_idx, check_in_enrolment_idx, device_mark_enrolment_idx, message_person;
    `);
  }
}
