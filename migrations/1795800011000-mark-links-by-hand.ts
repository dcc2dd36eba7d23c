import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever makes a link by hand holds its address before the approver does: such a link never trusts its first browser. */
export class MarkLinksByHand1795800011000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table approval_link add column by_hand boolean not null default false;
      comment on column approval_link.by_hand is 'Made by somebody to be copied, not sent by the program: every browser needs the approver''s NIP. Never altered (approval_link_kept).';

      create function check_link_browser() returns trigger language plpgsql as $$
      begin
        if new.known_by = 'first' and (select by_hand from approval_link where id = new.link_id) then
          raise exception 'a link made by hand asks every browser for the NIP' using errcode = 'check_violation', constraint = 'approval_link_browser_by_hand';
        end if;
        return new;
      end $$;
      create trigger approval_link_browser_checked before insert on approval_link_browser for each row execute function check_link_browser();
      comment on table approval_link_browser is 'Browsers that may use a link: the first that opened it (never of a link made by hand), and those whose reader knew the approver''s NIP.';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger approval_link_browser_checked on approval_link_browser;
      drop function check_link_browser;
      alter table approval_link drop column by_hand;
      comment on table approval_link_browser is 'Browsers that may use a link: the first that opened it, and those whose reader knew the approver''s NIP.';
    `);
  }
}
