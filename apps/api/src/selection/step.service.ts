import { Injectable } from '@nestjs/common';
import { decideStepResult, Refusal, type Announcement, type SaveStepResultsRequest, type StepResultAnswer, type StepResultInput } from '@jenjang/shared';
import { lockCohort, type LockedCohort } from '../cohort/index.js';
import { announce } from '../message/index.js';
import { Database, type Actor, type Transaction } from '../platform/index.js';
import { insertResults, loadKnownResults, loadSelectingCohort, type KnownResult, type NewResult, type ResultRecord, type SelectingCohort } from './candidate.queries.js';
import { stepsOf } from './selection.service.js';

type Known = ReadonlyMap<string, KnownResult>;

/** Results of the steps of the selection: typed into the grid or pasted, corrected by a newer fact. */
@Injectable()
export class StepService {
  constructor(private readonly db: Database) {}

  /** Saves what can be saved and answers for each. Somebody else's newer result is never overwritten unseen. */
  async save(actor: Actor, cohortId: string, { results, source }: SaveStepResultsRequest): Promise<readonly StepResultAnswer[]> {
    return this.db.transaction(actor, async (tx) => {
      const locked = await lockCohort(tx, actor, cohortId, 'enrolment.manage');
      const { state } = locked;
      if (state === 'completed' || state === 'cancelled') throw new Refusal('selection.overCohort', { state });
      const cohort = await this.cohortOf(tx, cohortId);
      const known = await loadKnownResults(tx, cohortId, results.map(({ enrolmentId }) => enrolmentId));
      const decided = results.map((input, index) => ({ input, code: codeOf(cohort, known, input, results.slice(0, index)) }));
      await insertResults(tx, cohortId, decided.filter(({ code }) => code === 'saved').map(({ input }) => newResult(input)), source, actor.accountId);
      const after = await loadKnownResults(tx, cohortId, results.map(({ enrolmentId }) => enrolmentId));
      const answers = decided.map(({ input, code }) => answerOf(cohort, input, code, after));
      await announce(tx, answers.flatMap((answer) => announcementOf(locked, answer, after)));
      return answers;
    });
  }

  private async cohortOf(tx: Transaction, cohortId: string): Promise<SelectingCohort> {
    const cohort = await loadSelectingCohort(tx, cohortId);
    if (!cohort) throw new Error(`cohort ${cohortId} has no admission`);
    return cohort;
  }
}

/** `saved`, `unchanged`, or why not. */
function codeOf(cohort: SelectingCohort, known: Known, input: StepResultInput, before: readonly StepResultInput[]): string {
  const person = known.get(input.enrolmentId);
  if (!person) return 'selection.unknown';
  if (before.some(({ enrolmentId, step }) => enrolmentId === input.enrolmentId && step === input.step)) return 'selection.repeated';
  return decideStepResult(input, currentOf(person, input), cohort.steps);
}

function currentOf({ results }: KnownResult, { step }: StepResultInput): ResultRecord | null {
  return results.find((result) => result.step === step) ?? null;
}

function newResult({ enrolmentId, step, passed, score, note, supersedes }: StepResultInput): NewResult {
  const isAdministration = step === 'administration';
  return { enrolmentId, step, passed: isAdministration ? (passed ?? null) : null, score: isAdministration ? null : (score ?? null), note: note ?? '', supersedes };
}

function answerOf(cohort: SelectingCohort, { enrolmentId, step }: StepResultInput, code: string, after: Known): StepResultAnswer {
  const person = after.get(enrolmentId);
  const current = person ? (stepsOf({ cohort }, person).find((view) => view.step === step) ?? null) : null;
  const outcome = code === 'saved' || code === 'unchanged' ? code : 'refused';
  return { enrolmentId, step, outcome, code: outcome === 'refused' ? code : null, current };
}

/** Candidates are told of every result of theirs, and of its correction. */
function announcementOf({ id, agencyId, name, zone }: LockedCohort, { outcome, step, current, enrolmentId }: StepResultAnswer, after: Known): readonly Announcement[] {
  const person = after.get(enrolmentId);
  if (outcome !== 'saved' || !current || !person) return [];
  const facts = { cohort: name, zone, step, result: current.standing, reason: current.note || null };
  return [{ event: 'selection.result', personId: person.personId, cohortId: id, agencyId, facts, key: `selection.result:${current.resultId ?? ''}` }];
}
