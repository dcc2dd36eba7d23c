import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  firstOpen, intentOf, Refusal,
  type Announcement, type DecidedAnswer, type DecidedRow, type DecideRequest, type DecisionIntent, type DecisionPreview, type DecisionPreviewRequest, type GraduationOutcome, type PreviewRow,
} from '@jenjang/shared';
import { announce } from '../message/index.js';
import { Clock, Database, Missing, requireAccess, type Actor } from '../platform/index.js';
import { holdDecisions, insertDecisions, type NewDecision } from './decision.queries.js';
import { evaluate, type Evaluated } from './evaluation.js';
import { loadAcceptedIds, loadCohorts, readerOf, type CohortToDecide, type Reader } from './graduation.queries.js';

/** Names in a preview; the counts are of everyone. */
const PREVIEW_ROWS = 500;

interface Intended {
  readonly evaluated: Evaluated;
  readonly intent: DecisionIntent;
}

/** Deciding about many at once, in two steps: see what would be stored, then store exactly that. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async preview(actor: Actor, cohortId: string, request: DecisionPreviewRequest): Promise<DecisionPreview> {
    const cohort = await this.cohort(this.db, actor, cohortId);
    const counts: Record<GraduationOutcome, number> = { graduated: 0, attended: 0, failed: 0 };
    const rows: PreviewRow[] = [];
    const [of, token] = [{ store: 0, unchanged: 0, blocked: 0 }, createHash('sha256')];
    for await (const chunk of this.intend(this.db, cohort, request)) {
      for (const intended of chunk) {
        of[intended.intent] += 1;
        if (intended.intent === 'store') counts[intended.evaluated.live.outcome] += 1;
        if (intended.intent !== 'unchanged' && rows.length < PREVIEW_ROWS) rows.push(previewRow(intended));
        token.update(tokenLine(intended));
      }
    }
    return { token: token.digest('hex'), counts, blocked: of.blocked, unchanged: of.unchanged, rows };
  }

  /** Stores what was previewed. @throws Refusal when the facts changed meanwhile; nothing is stored then. */
  async decide(actor: Actor, cohortId: string, request: DecideRequest): Promise<DecidedAnswer> {
    return this.db.transaction(actor, async (tx) => {
      await holdDecisions(tx, cohortId);
      const cohort = await this.cohort(readerOf(tx), actor, cohortId);
      const [rows, token] = [[] as DecidedRow[], createHash('sha256')];
      for await (const chunk of this.intend(readerOf(tx), cohort, request)) {
        for (const intended of chunk) token.update(tokenLine(intended));
        await insertDecisions(tx, cohort, chunk.flatMap(toInsert), actor.accountId);
        await announce(tx, chunk.flatMap((intended) => announcementOf(cohort.id, intended)));
        rows.push(...chunk.map(decidedRow));
      }
      if (token.digest('hex') !== request.decidedFor) throw new Refusal('graduation.changedSincePreview');
      return answer(rows, request.enrolmentIds ?? []);
    }, request.reason?.trim());
  }

  private async *intend(db: Reader, cohort: CohortToDecide, { enrolmentIds, finaliseEarly }: DecisionPreviewRequest): AsyncGenerator<Intended[]> {
    const ids = await loadAcceptedIds(db, cohort.id, enrolmentIds ?? null);
    if (ids.length === 0 && !enrolmentIds) throw new Refusal('graduation.noParticipants');
    for await (const chunk of evaluate(db, cohort, ids, this.clock.now().getTime())) {
      yield chunk.map((evaluated) => ({ evaluated, intent: intentOf(evaluated.live, { stored: evaluated.participant.stored !== null, changed: evaluated.changed }, finaliseEarly ?? false) }));
    }
  }

  private async cohort(db: Reader, actor: Actor, cohortId: string): Promise<CohortToDecide> {
    const [cohort] = await loadCohorts(db, [cohortId]);
    if (!cohort) throw new Missing('cohort', cohortId);
    requireAccess(actor, 'graduation.decide', { agencyId: cohort.agencyId, cohortId }, { kind: 'cohort', id: cohortId });
    return cohort;
  }
}

/** What the decider saw of one participant. Figures may move as long as no criterion changes its state. */
function tokenLine({ evaluated: { participant, live }, intent }: Intended): string {
  return `${participant.enrolmentId} ${intent} ${live.outcome} ${live.results.map(({ state }) => state).join(',')}\n`;
}

function previewRow({ evaluated: { participant, live }, intent }: Intended): PreviewRow {
  return { enrolmentId: participant.enrolmentId, name: participant.name, intent, outcome: live.outcome, open: firstOpen(live.results) };
}

function toInsert({ evaluated: { participant, inputs, live }, intent }: Intended): NewDecision[] {
  if (intent !== 'store') return [];
  const { outcome, predicate, finalScore, results } = live;
  return [{ enrolmentId: participant.enrolmentId, outcome, predicate, finalScore, results, inputs, supersedes: participant.stored?.id ?? null }];
}

function announcementOf(cohortId: string, { evaluated: { participant, live }, intent }: Intended): Announcement[] {
  return intent === 'store' ? [{ event: 'graduation.decided', personId: participant.personId, cohortId, facts: { outcome: live.outcome } }] : [];
}

function decidedRow({ evaluated, intent }: Intended): DecidedRow {
  return { enrolmentId: evaluated.participant.enrolmentId, outcome: intent === 'store' ? 'stored' : intent };
}

function answer(decided: readonly DecidedRow[], asked: readonly string[]): DecidedAnswer {
  const known = new Set(decided.map(({ enrolmentId }) => enrolmentId));
  const strangers = [...new Set(asked)].filter((id) => !known.has(id.toLowerCase())).map((enrolmentId) => ({ enrolmentId, outcome: 'notParticipant' as const }));
  const rows = [...decided, ...strangers];
  const counts = { stored: 0, unchanged: 0, blocked: 0, notParticipant: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return { counts, rows };
}
