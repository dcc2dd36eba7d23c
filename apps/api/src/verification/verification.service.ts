import { Injectable } from '@nestjs/common';
import { certificateStanding, checkCode, isoInstant, localDate, publicFacts, wordStanding, type Verification, type Zone } from '@jenjang/shared';
import { Clock, Database, HttpProblem, RateLimit, type Locale } from '../platform/index.js';
import { snapshotHash } from '../certificate/index.js';
import { findByCode, type VerificationRecord } from './verification.queries.js';

const perAddress = { name: 'verify', points: 60, seconds: 60 };

/** The public check of a certificate. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimit,
  ) {}

  /** @throws HttpProblem 400 when the code is mistyped (nothing is looked up), 404 when it is not registered, 429. */
  async verify(text: string, address: string, locale: Locale): Promise<Verification> {
    const { normalized } = checkCode(text);
    if (normalized === null) throw new HttpProblem(400, 'verify.mistyped');
    await this.limits.count(perAddress, address);
    const record = await findByCode(this.db, normalized);
    if (!record) throw new HttpProblem(404, 'verify.notFound');
    return this.word(record, locale);
  }

  private word(record: VerificationRecord, locale: Locale): Verification {
    const now = this.clock.now();
    const zone = record.zone as Zone;
    const standing = certificateStanding(record.state, record.validUntil, localDate(now.toISOString(), zone));
    const on = record.event ? localDate(isoInstant(record.event.at), zone) : '';
    const { event } = record;
    return {
      code: record.code, standing, issuer: record.snapshot.agency.name, holderName: record.snapshot.holder.name, validUntil: record.validUntil, zone,
      unchanged: snapshotHash(record.snapshot) === record.snapshotSha256, checkedAt: now.toISOString(), pdfSha256: record.pdfSha256,
      sentence: wordStanding(standing, { changedOn: on || record.snapshot.issuedOn, publicText: event?.publicText ?? '', validUntil: record.validUntil }, locale),
      event: event && { kind: event.kind, reasonCode: event.reasonCode, publicText: event.publicText, on },
      facts: publicFacts(record.snapshot, locale),
    };
  }
}
