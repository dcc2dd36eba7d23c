import { Injectable } from '@nestjs/common';
import { decideEmployment, localDate, type EmploymentRequest } from '@jenjang/shared';
import { Clock, HttpProblem, mayAt, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { closeEmployment, findNipHolder, followEmployments, holdUnit, loadStanding } from './employment.queries.js';
import { Employment } from './employment.entity.js';
import type { Person } from './person.entity.js';
import { taken } from './person.refusals.js';

/** Dated employment facts of people. */
@Injectable()
export class EmploymentService {
  constructor(private readonly clock: Clock) {}

  /** Whether the caller may put somebody into a unit; somebody without one belongs to the agency as a whole. */
  async requirePlace(tx: Transaction, actor: Actor, agencyId: string, unitId: string | null): Promise<void> {
    const unit = unitId === null ? null : await holdUnit(tx, agencyId, unitId);
    const place = { agencyId, unitPath: unit?.path ?? null };
    // Who manages the agency is told that the unit is wrong; for everybody else it is not there.
    if (unitId !== null && !unit && mayAt(actor, 'person.manage', { agencyId })) throw unitProblem('employment.unitUnknown', unitId);
    requireAccess(actor, 'person.manage', place, { kind: unitId === null ? 'agency' : 'unit', id: unitId ?? agencyId });
  }

  /**
   * Records new facts of a person and ends those that held the day before. `prefix` is where the fields stand in the request.
   * @throws HttpProblem 400 with one problem per field, Refusal person.nipTaken
   */
  async add(tx: Transaction, actor: Actor, person: Person, request: EmploymentRequest, prefix: string): Promise<void> {
    const standing = await loadStanding(tx, person.id);
    const draft = draftOf(request);
    const today = localDate(this.clock.now().toISOString(), 'Asia/Jakarta');
    const { nip, warnings, problems } = decideEmployment(draft, { birthDate: person.birthDate, gender: person.gender, currentFrom: standing.validFrom, today });
    if (problems.length > 0) throw new HttpProblem(400, 'input.invalid', {}, problems.map(({ field, code, limit }) => ({ path: prefix + field, code, limit, value: draft[field] ?? undefined })));
    const unit = await holdUnit(tx, person.agencyId, request.unitId);
    if (unit?.activeTo && unit.activeTo <= request.validFrom) throw unitProblem('employment.unitClosed', request.unitId, prefix);
    const other = nip === null ? null : await findNipHolder(tx, person.agencyId, nip, person.id);
    if (other) throw taken(actor, other, 'person.nipTaken', `${prefix}nip`, nip);
    await closeEmployment(tx, person.id, request.validFrom);
    await tx.insert(Employment, { ...draft, nip, nipWarnings: [...warnings], validTo: null, personId: person.id, agencyId: person.agencyId });
    await followEmployments(tx, [person.id]);
  }
}

/** The facts of a request, with null for what was left out. */
function draftOf({ unitId, kind, nip = null, golongan = null, positionKind, positionName, eselon = null, dutyStatus = 'active', validFrom }: EmploymentRequest) {
  return { unitId, kind, nip, golongan, positionKind, positionName, eselon, dutyStatus, validFrom };
}

function unitProblem(code: string, unitId: string, prefix = ''): HttpProblem {
  return new HttpProblem(400, 'input.invalid', {}, [{ path: `${prefix}unitId`, code, value: unitId }]);
}
