import { Injectable } from '@nestjs/common';
import { Refusal, type FieldProblem, type PutClassesRequest, type PutPartnersRequest, type PutPhasesRequest, type PutSignatoriesRequest } from '@jenjang/shared';
import { Database, HttpProblem, type Actor, type Transaction } from '../platform/index.js';
import { Cohort } from './cohort.entity.js';
import { requireCapacity, requireEditable } from './cohort.demands.js';
import { loadCohort, lockCohort, type LockedCohort } from './cohort.queries.js';
import { countChange, loadClasses, loadPhases, replacePartners, saveClasses, savePhases, type UsedPart } from './plan.queries.js';

/** The lists of a cohort, each saved as a whole: phases, classes, organisers, signatories. */
@Injectable()
export class PlanService {
  constructor(private readonly db: Database) {}

  async putPhases(actor: Actor, id: string, request: PutPhasesRequest): Promise<void> {
    await this.put(actor, id, request, 'phases', async (tx, cohort) => {
      const problems = request.phases.flatMap((phase, index) => phaseProblems(phase, index, cohort));
      if (problems.length > 0) throw new HttpProblem(400, 'input.invalid', {}, problems);
      const stored = await loadPhases(tx, id);
      requireKnown(request.phases, stored, 'phases', 'phase.unknown');
      requireUnused(request.phases, stored, 'phase.inUse');
      await savePhases(tx, id, request.phases);
    });
  }

  async putClasses(actor: Actor, id: string, request: PutClassesRequest): Promise<void> {
    await this.put(actor, id, request, 'classes', async (tx) => {
      const repeated = request.classes.findIndex(({ code }, index) => request.classes.findIndex((other) => other.code === code) < index);
      if (repeated >= 0) throw new HttpProblem(400, 'input.invalid', {}, [{ path: `classes.${String(repeated)}.code`, code: 'class.codeTwice' }]);
      const stored = await loadClasses(tx, id);
      requireKnown(request.classes, stored, 'classes', 'class.unknown');
      requireUnused(request.classes, stored, 'class.inUse');
      request.classes.forEach((item, index) => {
        const taken = stored.find((known) => known.id === item.id)?.taken ?? 0;
        requireCapacity(item.capacity, taken, 'class.capacityBelowTaken', `classes.${String(index)}.capacity`);
      });
      await saveClasses(tx, id, request.classes);
    });
  }

  async putPartners(actor: Actor, id: string, request: PutPartnersRequest): Promise<void> {
    await this.put(actor, id, request, 'partners', (tx) => replacePartners(tx, id, request.partners));
  }

  async putSignatories(actor: Actor, id: string, request: PutSignatoriesRequest): Promise<void> {
    await this.put(actor, id, request, 'signatories', async (tx) => {
      await tx.update(Cohort, { id }, { signatories: request.signatories });
    });
  }

  /** One list in one transaction; the version of the cohort counts for all of them, so nobody overwrites what they have not seen. */
  private async put(actor: Actor, id: string, request: { version: number }, list: 'phases' | 'classes' | 'partners' | 'signatories', save: (tx: Transaction, cohort: LockedCohort) => Promise<void>): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const cohort = await lockCohort(tx, actor, id);
      if (request.version !== cohort.version) {
        const stored = await loadCohort(tx, id);
        throw new Refusal('conflict.stale', { stored: { version: cohort.version, [list]: stored?.[list] }, given: request });
      }
      requireEditable(cohort);
      await save(tx, cohort);
      if (list !== 'signatories') await countChange(tx, id);
    });
  }
}

function phaseProblems(phase: { startsOn: string; endsOn: string }, index: number, cohort: LockedCohort): readonly FieldProblem[] {
  const path = `phases.${String(index)}`;
  if (phase.endsOn < phase.startsOn) return [{ path: `${path}.endsOn`, code: 'phase.endsBeforeStart', value: phase.endsOn }];
  if (phase.startsOn < cohort.startsOn) return [{ path: `${path}.startsOn`, code: 'phase.outsideCohort', value: phase.startsOn }];
  return phase.endsOn > cohort.endsOn ? [{ path: `${path}.endsOn`, code: 'phase.outsideCohort', value: phase.endsOn }] : [];
}

function requireKnown(items: readonly { id?: string }[], stored: readonly UsedPart[], list: string, code: string): void {
  const unknown = items.findIndex(({ id }, index) => id !== undefined && (!stored.some((known) => known.id === id) || items.findIndex((other) => other.id === id) < index));
  if (unknown >= 0) throw new HttpProblem(400, 'input.invalid', {}, [{ path: `${list}.${String(unknown)}.id`, code }]);
}

function requireUnused(items: readonly { id?: string }[], stored: readonly UsedPart[], code: string): void {
  const lost = stored.find((known) => known.uses > 0 && !items.some(({ id }) => id === known.id));
  if (lost) throw new Refusal(code, { name: lost.name, count: lost.uses });
}
