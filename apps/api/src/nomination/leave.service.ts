import { Injectable } from '@nestjs/common';
import type { LeaveRequest, LeaveRow } from '@jenjang/shared';
import { Database, HttpProblem, Missing, requireAccess, rowsOf, type Actor } from '../platform/index.js';

const mostShown = 200;

/** Leave of people, kept by those who keep their records. */
@Injectable()
export class LeaveService {
  constructor(private readonly db: Database) {}

  async list(actor: Actor, personId: string): Promise<LeaveRow[]> {
    await this.requirePerson(actor, 'person.read', personId);
    return this.db.read<LeaveRow>(`select id, kind, starts_on as "startsOn", ends_on as "endsOn" from leave where person_id = $1 order by starts_on desc limit ${String(mostShown)}`, [personId]);
  }

  async add(actor: Actor, personId: string, { kind, startsOn, endsOn }: LeaveRequest): Promise<LeaveRow> {
    await this.requirePerson(actor, 'person.manage', personId);
    if (endsOn < startsOn) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'endsOn', code: 'leave.datesInOrder' }]);
    return this.db.transaction(actor, async (tx) => {
      const [row] = await rowsOf<LeaveRow>(tx,
        `insert into leave (person_id, kind, starts_on, ends_on) values ($1, $2, $3, $4) returning id, kind, starts_on as "startsOn", ends_on as "endsOn"`, [personId, kind, startsOn, endsOn]);
      if (!row) throw new Error('an insert gave no row');
      return row;
    });
  }

  async remove(actor: Actor, personId: string, id: string): Promise<void> {
    await this.requirePerson(actor, 'person.manage', personId);
    await this.db.transaction(actor, async (tx) => {
      const gone = await rowsOf(tx, `delete from leave where id = $1 and person_id = $2 returning id`, [id, personId]);
      if (gone.length === 0) throw new Missing('leave', id);
    });
  }

  private async requirePerson(actor: Actor, permission: 'person.read' | 'person.manage', id: string): Promise<void> {
    const [place] = await this.db.read<{ agencyId: string; unitPath: string | null }>(
      `select p.agency_id as "agencyId", u.path as "unitPath" from person p left join employment m on m.person_id = p.id and m.valid_to is null left join unit u on u.id = m.unit_id where p.id = $1`, [id]);
    if (!place) throw new Missing('person', id);
    requireAccess(actor, permission, place, { kind: 'person', id });
  }
}
