import { Injectable } from '@nestjs/common';
import {
  commonUnitPath, letterProblems, localDate, Refusal, zoneAbbreviation, type NominateRequest, type NominationDesk, type NominationReceipt, type NominationWindow, type NomineeAnswer, type NomineeQuery,
  type NomineeRow, type OpenCohort, type Page, type WindowTerms,
} from '@jenjang/shared';
import { ApprovalLinks } from '../approval/index.js';
import { holdCohort } from '../cohort/index.js';
import { EnrolmentMoves, type NomineeOutcome } from '../enrolment/index.js';
import { announce } from '../message/index.js';
import { answerOnce, behalfAt, Clock, Database, HttpProblem, OutOfReach, scopesOf, type Actor, type Transaction } from '../platform/index.js';
import { insertLetter, isOwnFile, loadOrganisers, loadSenders, type Sender } from './nomination.queries.js';
import { loadNominees } from './nominee.queries.js';
import { loadOpenCohorts, loadOwnUnits } from './open.queries.js';

/** The agency's side of a cohort: where people may be sent, whom, and the letter that sends them. */
@Injectable()
export class NominationService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly moves: EnrolmentMoves,
    private readonly links: ApprovalLinks,
  ) {}

  open(actor: Actor): Promise<OpenCohort[]> {
    return loadOpenCohorts(this.db, actor, this.clock.now());
  }

  private async cohort(actor: Actor, cohortId: string): Promise<OpenCohort> {
    const [cohort] = await loadOpenCohorts(this.db, actor, this.clock.now(), cohortId);
    if (!cohort) throw new OutOfReach('nomination.submit', 'cohort', cohortId);
    return cohort;
  }

  async desk(actor: Actor, cohortId: string): Promise<NominationDesk> {
    const cohort = await this.cohort(actor, cohortId);
    return { ...cohort, units: await loadOwnUnits(this.db, actor) };
  }

  async nominees(actor: Actor, cohortId: string, query: NomineeQuery): Promise<Page<NomineeRow>> {
    return loadNominees(this.db, actor, await this.cohort(actor, cohortId), query, this.clock.now());
  }

  /** Sends people in their order: all of them or nobody. */
  async nominate(actor: Actor, cohortId: string, request: NominateRequest, key: string | undefined): Promise<NominationReceipt> {
    const cohort = await this.cohort(actor, cohortId);
    const { personIds, letterNumber, letterOn, letterFileId, note } = request;
    return answerOnce(this.db, actor, { key, request: ['nominate', cohortId, personIds, letterNumber, letterOn, letterFileId, note] }, async (tx) => {
      demandOpen(cohort.window, cohort);
      await this.demandLetter(tx, actor, cohort, request);
      const senders = await this.senders(tx, actor, cohortId, personIds);
      const onBehalfOf = behalfOf(actor, senders);
      const id = await insertLetter(tx, actor, { letterNumber, letterOn, letterFileId, note, cohortId, ...placeOf(actor, senders), onBehalfOf, now: this.clock.now() });
      const outcomes = await this.bringIn(tx, actor, cohort, personIds, { nominationId: id, onBehalfOf });
      const rows = outcomes.map(answerOf);
      demandAll(rows);
      await this.links.ask(tx, actor, id);
      await tell(tx, cohort, { id, unitName: await unitNameOf(tx, id), request });
      return { id, rows };
    });
  }

  private async bringIn(tx: Transaction, actor: Actor, { id, route }: OpenCohort, personIds: readonly string[], letter: { nominationId: string; onBehalfOf: string | null }): Promise<readonly NomineeOutcome[]> {
    const people = personIds.map((personId, index) => ({ personId, rank: index + 1 }));
    const atOnce = { state: 'accepted', whenFull: 'waitlisted' } as const;
    return this.moves.nominate(tx, actor, await holdCohort(tx, id), people, { ...letter, ...(route === 'none' ? atOnce : { state: 'nominated' as const }) });
  }

  private async demandLetter(tx: Transaction, actor: Actor, cohort: OpenCohort, request: NominateRequest): Promise<void> {
    const problems = letterProblems(request, cohort.route, localDate(this.clock.now().getTime(), cohort.zone));
    if (problems.length > 0) throw new HttpProblem(400, 'input.invalid', {}, [...problems]);
    if (request.letterFileId !== null && !(await isOwnFile(tx, request.letterFileId, actor.accountId))) {
      throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'letterFileId', code: 'nomination.letterUnknown' }]);
    }
  }

  /** @throws Refusal when somebody is not the caller's to send, or they are of several agencies. */
  private async senders(tx: Transaction, actor: Actor, cohortId: string, personIds: readonly string[]): Promise<readonly Sender[]> {
    const senders = await loadSenders(tx, actor, cohortId, personIds);
    const known = new Set(senders.map(({ personId }) => personId));
    demandAll(personIds.map((personId) => (known.has(personId) ? { personId, outcome: 'nominated' } : { personId, outcome: 'refused', code: 'enrolment.unknown' })));
    if (new Set(senders.map(({ agencyId }) => agencyId)).size > 1) throw new Refusal('nomination.oneAgency');
    return senders;
  }
}

/** @throws Refusal that says from or until when, in the zone of the cohort. */
export function demandOpen({ open, code }: NominationWindow, { opensOn, closesOn, zone, state }: WindowTerms): void {
  if (!open) throw new Refusal(code ?? 'nomination.notEnrolling', { opensOn, closesOn, zoneName: zoneAbbreviation(zone), state });
}

/** @throws Refusal with an answer for each when somebody is refused. */
function demandAll(rows: readonly NomineeAnswer[]): void {
  const refused = rows.filter(({ outcome }) => outcome === 'refused').length;
  if (refused > 0) throw new Refusal('nomination.notAll', { asked: rows.length, refused, rows });
}

function answerOf({ personId, outcome, to, code, facts }: NomineeOutcome): NomineeAnswer {
  if (outcome === 'refused' || (to !== 'nominated' && to !== 'accepted' && to !== 'waitlisted')) return { personId, outcome: 'refused', ...(code ? { code } : {}), facts };
  return { personId, outcome: to };
}

/** The head for whom a deputy sends them; null when the caller's own right covers all. */
function behalfOf(actor: Actor, senders: readonly Sender[]): string | null {
  return senders.map((place) => behalfAt(actor, 'nomination.submit', place)).find((behalf) => behalf !== null)?.accountId ?? null;
}

/** The unit that sends: the one that the caller heads, else the lowest that all share. */
function placeOf(actor: Actor, senders: readonly Sender[]): { agencyId: string; unitPath: string } {
  const common = commonUnitPath(senders.map(({ unitPath }) => unitPath));
  const headed = scopesOf(actor, 'nomination.submit').flatMap(({ unitPath }) => unitPath ?? []).filter((path) => common.startsWith(path));
  return { agencyId: senders[0]?.agencyId ?? '', unitPath: headed.sort((one, other) => one.length - other.length)[0] ?? common };
}

async function unitNameOf(tx: Transaction, id: string): Promise<string> {
  const rows = await tx.query<{ name: string }[]>(`select coalesce(u.name, a.name) as name from nomination n join agency a on a.id = n.agency_id left join unit u on u.id = n.unit_id where n.id = $1`, [id]);
  return rows[0]?.name ?? '';
}

/** Tells those who run the cohort that a letter came. */
async function tell(tx: Transaction, cohort: OpenCohort, { id, unitName, request }: { id: string; unitName: string; request: NominateRequest }): Promise<void> {
  const readers = await loadOrganisers(tx, cohort.id);
  const facts = { cohort: cohort.name, count: request.personIds.length, unit: unitName, letterNumber: request.letterNumber || null, link: `/angkatan/${cohort.id}/peserta` };
  await announce(tx, readers.map((accountId) => ({ event: 'nomination.submitted', accountId, cohortId: cohort.id, facts, key: `nomination.submitted/${id}/${accountId}` })));
}
