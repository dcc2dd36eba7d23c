import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { moveReasonLabels, Refusal, roman, type MinutesLine, type MinutesRow, type MinutesSnapshot, type WriteMinutesRequest } from '@jenjang/shared';
import { lockCohort } from '../cohort/index.js';
import { Clock, Database, Missing, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { insertMinutes, loadChoices, loadGround, loadMinutes, loadMinutesRows, loadReasons, nextSequence } from './minutes.queries.js';
import { renderMinutes } from './selection.pdf.js';
import { loadWorld, type Candidate } from './selection.world.js';

type Reasons = Awaited<ReturnType<typeof loadReasons>>;

/** Minutes of the selection (berita acara seleksi): a numbered snapshot, and the paper drawn from it. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, cohortId: string): Promise<readonly MinutesRow[]> {
    const [cohort] = await this.db.read<{ agencyId: string }>(`select agency_id as "agencyId" from cohort where id = $1`, [cohortId]);
    if (!cohort) throw new Missing('cohort', cohortId);
    requireAccess(actor, 'enrolment.manage', { ...cohort, cohortId }, { kind: 'cohort', id: cohortId });
    return loadMinutesRows(this.db, cohortId);
  }

  /** Writes minutes of everything decided so far. Later decisions want new minutes: these never change. */
  async write(actor: Actor, cohortId: string, request: WriteMinutesRequest): Promise<{ id: string; number: string }> {
    return this.db.transaction(actor, async (tx) => {
      await lockCohort(tx, actor, cohortId, 'enrolment.manage');
      const { agencyId } = await loadGround(tx, cohortId);
      const year = Number(request.heldOn.slice(0, 4));
      const sequence = await nextSequence(tx, agencyId, year);
      const snapshot = await this.snapshotOf(tx, actor, cohortId, request, sequence);
      if (snapshot.lines.length === 0) throw new Refusal('selection.nothingToMinute');
      const sha256 = createHash('sha256').update(JSON.stringify(snapshot)).digest('hex');
      const id = await insertMinutes(tx, { cohortId, agencyId, year, sequence, snapshot, sha256, createdBy: actor.accountId });
      return { id, number: snapshot.number };
    });
  }

  async paper(actor: Actor, id: string): Promise<{ readonly name: string; readonly content: Uint8Array }> {
    const minutes = await loadMinutes(this.db, id);
    if (!minutes) throw new Missing('selection_minutes', id);
    requireAccess(actor, 'enrolment.manage', minutes, { kind: 'selection_minutes', id });
    return { name: `berita-acara-${minutes.snapshot.number.replace(/[^\w.-]+/g, '-')}.pdf`, content: await renderMinutes(minutes.snapshot) };
  }

  private async snapshotOf(tx: Transaction, actor: Actor, cohortId: string, { heldOn, place, committee }: WriteMinutesRequest, sequence: number): Promise<MinutesSnapshot> {
    const { agency, cohort } = await loadGround(tx, cohortId);
    const world = await loadWorld(tx, actor, cohortId);
    const reasons = await loadReasons(tx, cohortId);
    const choices = (await loadChoices(tx, cohortId)).map(({ enrolmentId: _id, ...choice }) => choice);
    const { route, steps, passingScore, zone } = world.cohort;
    return {
      number: numberOf(sequence, cohort.code, heldOn), agency, cohort: { ...cohort, zone }, route, steps, passingScore, heldOn, place,
      committee: committee.map(({ name, role }) => ({ name, role })), lines: world.candidates.map((candidate) => lineOf(candidate, reasons)), choices,
      writtenAt: this.clock.now().toISOString(), writtenBy: actor.displayName,
    };
  }
}

/** `007/BA-SELEKSI/DLA-1/I/2026`: the agency's number of the year, the cohort, the month and the year of the meeting. */
function numberOf(sequence: number, code: string, heldOn: string): string {
  return `${String(sequence).padStart(3, '0')}/BA-SELEKSI/${code}/${roman(Number(heldOn.slice(5, 7)))}/${heldOn.slice(0, 4)}`;
}

function lineOf({ enrolmentId, rank, fullName, nip, unitName, eselon, trainings, state, results }: Candidate, reasons: Reasons): MinutesLine {
  const why = reasons.get(enrolmentId);
  const reason = state === 'rejected' || state === 'withdrawn' ? [why?.code ? moveReasonLabels[why.code].id : null, why?.reason].filter((part) => part).join(': ') : '';
  return {
    rank, name: fullName, nip, positionName: why?.positionName ?? null, unitName, eselon, trainings, state, reason,
    administration: results.find(({ step }) => step === 'administration')?.passed ?? null, score: results.find(({ step }) => step === 'substance')?.score ?? null,
  };
}
