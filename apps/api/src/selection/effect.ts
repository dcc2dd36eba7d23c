import {
  fairnessOf, nameWithTitles, seatChanges,
  type AskedMove, type Judgement, type MoveCode, type MoveOutcome, type OutOfOrder, type RefusedCandidate, type SelectionPreview, type SelectionReport, type SelectionRequest,
} from '@jenjang/shared';
import type { RowDetails } from './candidate.queries.js';
import { cellViews } from './selection.service.js';
import type { Candidate, SelectionWorld } from './selection.world.js';

/** A decision as far as it is known before seats are counted. */
export interface Draft {
  readonly world: SelectionWorld;
  readonly byId: ReadonlyMap<string, Candidate>;
  readonly judgements: readonly Judgement[];
  readonly outOfOrder: readonly OutOfOrder[];
  /** Moves in the order of choosing, so that seats go to the highest ranks first. */
  readonly moves: readonly AskedMove[];
}

/** Refusals for want of a seat; every other is about the person. */
export const seatCodes: readonly MoveCode[] = ['enrolment.full', 'enrolment.classFull', 'enrolment.quotaFull', 'enrolment.allocationFull'];

const namesShown = 5;

interface Predicted {
  readonly request: SelectionRequest;
  readonly draft: Draft;
  readonly outcomes: readonly MoveOutcome[];
  readonly classes: readonly { readonly id: string; readonly name: string; readonly seats: number; readonly left: number }[];
  readonly details: ReadonlyMap<string, RowDetails>;
  readonly seenAt: string;
}

/** What the decision would do. */
export function previewOf({ request, draft, outcomes, classes, details, seenAt }: Predicted): SelectionPreview {
  const moved = outcomes.filter(({ outcome }) => outcome === 'moved');
  const asWished = moved.filter(({ to }) => request.decision !== 'accept' || to === 'accepted');
  const refused = outcomes.filter(({ outcome }) => outcome === 'refused');
  const seated = new Set(moved.filter(({ to }) => to === 'accepted').map(({ enrolmentId }) => enrolmentId));
  const { cohort, candidates } = draft.world;
  return {
    decision: request.decision, asked: request.enrolmentIds.length, chosen: asWished.length, waitlisted: moved.length - asWished.length,
    refused: [...barred(draft), ...refused.filter(({ code }) => !isShort(code)).map((outcome) => refusedOf(draft, outcome))],
    short: refused.filter(({ code }) => isShort(code)).map((outcome) => refusedOf(draft, outcome)),
    ...seatChanges({ id: cohort.id, seats: cohort.capacity, left: cohort.seatsLeft }, cellViews(draft.world), classes, moved),
    clashes: request.decision === 'reject' ? [] : moved.flatMap(({ enrolmentId }) => clashOf(draft, enrolmentId, details.get(enrolmentId))),
    outOfOrder: draft.outOfOrder.map(({ enrolmentId, rank, passedOver }) => ({ enrolmentId, rank, name: nameOf(draft, enrolmentId), passedOver: passedOver.length, names: passedOver.slice(0, namesShown).map((id) => nameOf(draft, id)) })),
    fairness: fairnessOf(candidates, seated), seenAt,
  };
}

/** What became of everybody, in the order asked. */
export function reportOf(draft: Draft, outcomes: readonly MoveOutcome[]): SelectionReport {
  const byId = new Map(outcomes.map((outcome) => [outcome.enrolmentId, outcome]));
  const rows = draft.judgements.map(({ enrolmentId, bar }): SelectionReport['rows'][number] => {
    const outcome = bar ? undefined : byId.get(enrolmentId);
    if (outcome?.outcome === 'moved') return { enrolmentId, outcome: outcome.to, bar: null };
    return { enrolmentId, outcome: 'refused', bar: bar ?? { code: outcome?.code ?? 'selection.unknown', facts: outcome?.facts ?? {} } };
  });
  const moved = outcomes.filter(({ outcome }) => outcome === 'moved');
  const seated = moved.filter(({ to }) => to === 'accepted').length;
  return {
    rows, moved: moved.length, waitlisted: moved.filter(({ to }) => to === 'waitlisted').length, seatsLeft: draft.world.cohort.seatsLeft - seated,
    refused: [...barred(draft), ...outcomes.filter(({ outcome }) => outcome === 'refused').map((outcome) => refusedOf(draft, outcome))],
  };
}

export function refusedOf(draft: Draft, { enrolmentId, code, facts }: MoveOutcome): RefusedCandidate {
  return { enrolmentId, name: nameOf(draft, enrolmentId), code: code ?? '', facts };
}

function barred(draft: Draft): readonly RefusedCandidate[] {
  const { zone } = draft.world.cohort;
  return draft.judgements.flatMap(({ enrolmentId, bar }) => (bar ? [{ enrolmentId, name: nameOf(draft, enrolmentId), code: bar.code, facts: { ...bar.facts, zone } }] : []));
}

function clashOf(draft: Draft, enrolmentId: string, details: RowDetails | undefined): SelectionPreview['clashes'] {
  return details && details.otherCohorts.length > 0 ? [{ enrolmentId, name: nameOf(draft, enrolmentId), cohorts: details.otherCohorts }] : [];
}

function nameOf({ byId }: Draft, enrolmentId: string): string {
  const candidate = byId.get(enrolmentId);
  return candidate ? nameWithTitles({ frontTitle: null, fullName: candidate.fullName, backTitle: null }) : '';
}

function isShort(code: MoveCode | null): boolean {
  return code !== null && seatCodes.includes(code);
}
