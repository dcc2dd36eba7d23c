import { Injectable } from '@nestjs/common';
import type { CertificateQuery, CertificateRow, CertificateView, Page, RevokeRequest } from '@jenjang/shared';
import { Clock, Database, mayAt, Missing, requireAccess, Storage, type Actor, type Transaction } from '../platform/index.js';
import { listCertificates, loadCertificate, loadCertificatesOf, type CertificateRecord } from './certificate.queries.js';
import type { Readable } from 'node:stream';

/** A PDF on its way to a reader. */
export interface Paper {
  readonly name: string;
  readonly content: Readable;
}

/** Reading and revoking certificates. */
@Injectable()
export class CertificateService {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: CertificateQuery): Promise<Page<CertificateRow>> {
    return listCertificates(this.db, actor, query);
  }

  async one(actor: Actor, id: string): Promise<CertificateView> {
    return view(actor, await this.load(actor, id));
  }

  /** The caller's own certificates, wherever they were issued. */
  async mine(actor: Actor): Promise<CertificateView[]> {
    if (!actor.personId) return [];
    return (await loadCertificatesOf(this.db, actor.personId)).map((record) => view(actor, record));
  }

  /** The paper as issued: to those who may read the certificate, and to its holder. */
  async paper(actor: Actor, id: string): Promise<Paper> {
    const record = await this.load(actor, id);
    return { name: `sertifikat-${record.number.replace(/[^\w.-]+/g, '-')}.pdf`, content: this.storage.read(record.pdfSha256) };
  }

  /** Revokes for good: the page says so, the ledger takes the JP back, the feed tells HR. */
  async revoke(actor: Actor, id: string, request: RevokeRequest): Promise<CertificateView> {
    const record = await this.load(actor, id);
    requireAccess(actor, 'certificate.revoke', record, { kind: 'certificate', id });
    await this.db.transaction(actor, (tx) => this.recordRevocation(tx, actor, record, request));
    return this.one(actor, id);
  }

  private async recordRevocation(tx: Transaction, actor: Actor, record: CertificateRecord, request: RevokeRequest): Promise<void> {
    const at = this.clock.now();
    await tx.query(
      `insert into certificate_event (certificate_id, kind, reason_code, public_text, private_note, recorded_by, recorded_at) values ($1, 'revoked', $2, $3, $4, $5, $6)`,
      [record.id, request.reasonCode, request.publicText, request.privateNote ?? null, actor.accountId, at]);
    await tx.query(
      `insert into lesson_hour_entry (person_id, year, lesson_hours, kind, certificate_id, recorded_at)
       select person_id, year, -lesson_hours, 'reversed', certificate_id, $2 from lesson_hour_entry where certificate_id = $1 and kind = 'earned'`, [record.id, at]);
    await tx.query(
      `insert into hr_event (agency_id, kind, subject, at) values ($1, 'certificate.revoked', $2, $4), ($1, 'lessonHours.changed', $3, $4)`,
      [record.agencyId, JSON.stringify({ certificateId: record.id, personId: record.personId, number: record.number, code: record.code, reasonCode: request.reasonCode }),
        JSON.stringify({ personId: record.personId, certificateId: record.id, lessonHours: -record.lessonHours }), at]);
  }

  private async load(actor: Actor, id: string): Promise<CertificateRecord> {
    const record = await loadCertificate(this.db, id);
    if (!record) throw new Missing('certificate', id);
    const own = actor.personId !== null && record.personId === actor.personId;
    if (!own) requireAccess(actor, 'certificate.read', record, { kind: 'certificate', id });
    return record;
  }
}

function view(actor: Actor, { agencyId, personId: _person, unitPath: _unit, ...record }: CertificateRecord): CertificateView {
  const manages = mayAt(actor, 'certificate.revoke', { agencyId, cohortId: record.cohortId });
  const revocable = record.state === 'active' || record.state === 'suspended';
  return {
    ...record,
    events: manages ? record.events : record.events.map((event) => ({ ...event, privateNote: null })),
    allowedOperations: manages && revocable ? ['revoke'] : [],
  };
}
