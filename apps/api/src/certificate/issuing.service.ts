import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { decideIssuance, localDate, nameWithTitles, Refusal, type IssuanceRow, type IssueRequest, type Zone } from '@jenjang/shared';
import { announce } from '../message/index.js';
import { Clock, CONFIG, Database, Jobs, Missing, requireAccess, rowsOf, Storage, type Actor, type Config, type JobContext, type Transaction } from '../platform/index.js';
import { loadCertificatesOfCohort } from './certificate.queries.js';
import { issuanceFacts, loadIssuances, loadIssuingCohort, type IssuanceRecord, type IssuingCohort } from './issuance.queries.js';
import { issueCertificate } from './issuing.js';

const PER_TRANSACTION = 20;

interface IssueInput {
  readonly cohortId: string;
  readonly enrolmentIds: readonly string[];
}

/** Issuing the certificates of a cohort, as a job that may be cut at any moment and go on. */
@Injectable()
export class IssuingService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly storage: Storage,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<IssueInput>('certificate.issue', (job) => this.work(job));
  }

  /** Every accepted participant with the certificate held, or why none can be issued. */
  async candidates(actor: Actor, cohortId: string): Promise<IssuanceRow[]> {
    const { cohort, records } = await this.load(actor, 'certificate.read', cohortId, null);
    const held = await loadCertificatesOfCohort(this.db, cohortId);
    const today = this.today(cohort);
    return records.map((record) => ({
      enrolmentId: record.enrolmentId, holderName: nameWithTitles(record), nip: record.nip, opdName: record.opdName,
      certificate: held.get(record.enrolmentId) ?? null, reasons: decideIssuance(issuanceFacts(record, cohort, today)).reasons,
    }));
  }

  /** Asks for the certificates of those who may have one. @returns the job to follow. */
  async ask(actor: Actor, cohortId: string, { enrolmentIds }: IssueRequest): Promise<{ jobId: string; total: number }> {
    const { cohort, records } = await this.load(actor, 'certificate.issue', cohortId, enrolmentIds ?? null);
    const today = this.today(cohort);
    const entitled = records.filter((record) => decideIssuance(issuanceFacts(record, cohort, today)).issues).map(({ enrolmentId }) => enrolmentId);
    if (entitled.length === 0) throw new Refusal('certificate.nobody', { reasons: [...new Set(records.flatMap((record) => decideIssuance(issuanceFacts(record, cohort, today)).reasons))] });
    const jobId = await this.db.transaction(actor, (tx) =>
      this.jobs.ask(tx, actor, 'certificate.issue', { cohortId, enrolmentIds: entitled } satisfies IssueInput, { agencyId: cohort.agencyId, total: entitled.length }));
    return { jobId, total: entitled.length };
  }

  /** A few certificates per transaction. Those issued before a cut are refused as already issued, so nothing doubles. */
  private async work({ actor, payload, progress }: JobContext<IssueInput>): Promise<{ issued: number; refused: number }> {
    let issued = 0;
    for (let from = 0; from < payload.enrolmentIds.length; from += PER_TRANSACTION) {
      issued += await this.issueSome(actor, payload.cohortId, payload.enrolmentIds.slice(from, from + PER_TRANSACTION));
      await progress(Math.min(from + PER_TRANSACTION, payload.enrolmentIds.length), payload.enrolmentIds.length);
    }
    return { issued, refused: payload.enrolmentIds.length - issued };
  }

  private async issueSome(actor: Actor, cohortId: string, enrolmentIds: readonly string[]): Promise<number> {
    return this.db.transaction(actor, async (tx) => {
      await tx.query(`select id from enrolment where id = any($1) order by id for update`, [enrolmentIds]);
      const cohort = await loadIssuingCohort(tx, cohortId);
      if (!cohort) throw new Missing('cohort', cohortId);
      const desk = { tx, storage: this.storage, actor, publicUrl: this.config.publicUrl, at: this.clock.now() };
      const issued: string[] = [];
      for (const record of await loadIssuances(tx, cohortId, enrolmentIds)) {
        const { certificateId } = await issueCertificate(desk, record, cohort);
        if (certificateId !== null) issued.push(certificateId);
      }
      await announceIssued(tx, cohortId, issued);
      return issued.length;
    });
  }

  private async load(actor: Actor, permission: 'certificate.read' | 'certificate.issue', cohortId: string, ids: readonly string[] | null): Promise<{ cohort: IssuingCohort; records: IssuanceRecord[] }> {
    return this.db.transaction(actor, async (tx) => {
      const cohort = await loadIssuingCohort(tx, cohortId);
      if (!cohort) throw new Missing('cohort', cohortId);
      requireAccess(actor, permission, cohort, { kind: 'cohort', id: cohortId });
      return { cohort, records: await loadIssuances(tx, cohortId, ids) };
    });
  }

  private today(cohort: IssuingCohort): string {
    return localDate(this.clock.now().toISOString(), cohort.agencyZone as Zone);
  }
}

/** Tells the holders, all in one statement. */
async function announceIssued(tx: Transaction, cohortId: string, certificateIds: readonly string[]): Promise<void> {
  const holders = await rowsOf<{ id: string; personId: string; number: string }>(tx, `select id, person_id as "personId", number from certificate where id = any($1)`, [certificateIds]);
  await announce(tx, holders.map(({ id, personId, number }) => ({ event: 'certificate.issued', personId, cohortId, facts: { number }, key: `certificate.issued:${id}` })));
}
