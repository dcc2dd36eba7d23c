import { Injectable } from '@nestjs/common';
import { Refusal, type ChangePersonRequest, type CreatePersonRequest, type EmploymentRequest, type PersonDetail, type PersonPage, type PersonQuery } from '@jenjang/shared';
import { Database, mayAt, Missing, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { findEmailHolder, loadStanding } from './employment.queries.js';
import { EmploymentService } from './employment.service.js';
import { Person } from './person.entity.js';
import { loadPeople, loadPerson } from './person.queries.js';
import { taken } from './person.refusals.js';

/** People: finding, reading, recording and changing them. */
@Injectable()
export class PersonService {
  constructor(
    private readonly db: Database,
    private readonly employments: EmploymentService,
  ) {}

  list(actor: Actor, query: PersonQuery): Promise<PersonPage> {
    return loadPeople(this.db, actor, query);
  }

  async read(actor: Actor, id: string): Promise<PersonDetail> {
    const found = await loadPerson(this.db, id);
    if (!found) throw new Missing('person', id);
    const { unitPath, ...person } = found;
    const place = { agencyId: person.agencyId, unitPath };
    requireAccess(actor, 'person.read', place, { kind: 'person', id });
    return { ...person, allowedOperations: mayAt(actor, 'person.manage', place) ? ['change'] : [] };
  }

  async create(actor: Actor, { employment, ...facts }: CreatePersonRequest): Promise<PersonDetail> {
    const id = await this.db.transaction(actor, async (tx) => {
      await this.employments.requirePlace(tx, actor, facts.agencyId, employment?.unitId ?? null);
      await requireFreeEmail(tx, actor, facts.agencyId, facts.email, null);
      const person = await tx.save(Object.assign(new Person(), none, definedOf(facts)));
      if (employment) await this.employments.add(tx, actor, person, employment, 'employment.');
      return person.id;
    });
    return this.read(actor, id);
  }

  /** Changes what the form changed, when nobody else has since it was opened. */
  async change(actor: Actor, id: string, { version, ...changes }: ChangePersonRequest): Promise<PersonDetail> {
    await this.db.transaction(actor, async (tx) => {
      const stored = await lockPerson(tx, actor, id);
      if (version !== stored.version) throw new Refusal('conflict.stale', { stored, given: { version, ...changes } });
      await requireFreeEmail(tx, actor, stored.agencyId, changes.email, id);
      await tx.save(Object.assign(stored, definedOf(changes)));
    });
    return this.read(actor, id);
  }

  /** New facts from a day on; what held before ends the day before. */
  async employ(actor: Actor, id: string, request: EmploymentRequest): Promise<PersonDetail> {
    await this.db.transaction(actor, async (tx) => {
      const person = await lockPerson(tx, actor, id);
      await this.employments.requirePlace(tx, actor, person.agencyId, request.unitId);
      await this.employments.add(tx, actor, person, request, '');
    });
    return this.read(actor, id);
  }
}

const none = { frontTitle: null, backTitle: null, gender: null, birthDate: null, birthPlace: null, email: null, phone: null };

/** Locks a person whom the caller may manage. @throws Missing or OutOfReach, both 404. */
async function lockPerson(tx: Transaction, actor: Actor, id: string): Promise<Person> {
  const person = await tx.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!person) throw new Missing('person', id);
  const { unitPath } = await loadStanding(tx, id);
  requireAccess(actor, 'person.manage', { agencyId: person.agencyId, unitPath }, { kind: 'person', id });
  return person;
}

async function requireFreeEmail(tx: Transaction, actor: Actor, agencyId: string, email: string | null | undefined, except: string | null): Promise<void> {
  const other = email ? await findEmailHolder(tx, agencyId, email, except) : null;
  if (other) throw taken(actor, other, 'person.emailTaken', 'email', email);
}

function definedOf<Changes extends object>(changes: Changes): Partial<Changes> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Changes>;
}
