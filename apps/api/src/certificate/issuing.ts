import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { counterScopeKey, decideIssuance, encodeCode, localDate, parseNumberTemplate, printNumber, type CertificateSnapshot, type IssuanceRefusal, type Zone } from '@jenjang/shared';
import canonicalize from 'canonicalize';
import type { Actor, Storage, Transaction } from '../platform/index.js';
import { renderCertificate } from '../paper/index.js';
import { issuanceFacts, nextOf, type IssuanceRecord, type IssuingCohort } from './issuance.queries.js';
import { takeSnapshot } from './snapshot.js';

/** What issuing needs besides the facts. */
export interface IssuingDesk {
  readonly tx: Transaction;
  readonly storage: Storage;
  readonly actor: Actor;
  readonly publicUrl: string;
  /** The instant of signing; number and date follow from it in the agency's zone. */
  readonly at: Date;
}

export type Issued = { readonly enrolmentId: string; readonly certificateId: string; readonly reasons: readonly [] } | { readonly enrolmentId: string; readonly certificateId: null; readonly reasons: readonly IssuanceRefusal[] };

/**
 * Issues one certificate inside the caller's transaction, or says why not: number, code, snapshot, PDF, ledger entry
 * and feed event become true together or not at all.
 */
export async function issueCertificate(desk: IssuingDesk, record: IssuanceRecord, cohort: IssuingCohort): Promise<Issued> {
  const issuedOn = localDate(desk.at.toISOString(), cohort.agencyZone as Zone);
  const { issues, reasons } = decideIssuance(issuanceFacts(record, cohort, issuedOn));
  if (!issues) return { enrolmentId: record.enrolmentId, certificateId: null, reasons };
  const counted = await takeNumber(desk.tx, record, cohort, issuedOn);
  const validUntil = cohort.design.validYears === null ? null : addYears(issuedOn, cohort.design.validYears);
  const code = encodeCode(randomBytes(10));
  const snapshot = takeSnapshot(record, cohort, { number: counted.number, code, issuedOn, validUntil, publicUrl: desk.publicUrl });
  const { sha256 } = await desk.storage.put(Readable.from([await renderCertificate(snapshot)]));
  const certificateId = await store(desk, { record, cohort, snapshot, counted, pdfSha256: sha256 });
  return { enrolmentId: record.enrolmentId, certificateId, reasons: [] };
}

interface Counted {
  readonly scope: string;
  readonly sequence: number;
  readonly number: string;
}

async function takeNumber(tx: Transaction, record: IssuanceRecord, cohort: IssuingCohort, issuedOn: string): Promise<Counted> {
  const { numberTemplate, counterScope } = cohort.design;
  const facts = { issuedOn, agency: cohort.agencyCode, unitCode: cohort.agencyCode, programme: cohort.programmeCode, academy: cohort.academyCode, cohort: cohort.code, classCode: record.classCode ?? '' };
  const scope = counterScopeKey(counterScope, facts);
  const sequence = await nextOf(tx, scope);
  const usesPlace = parseNumberTemplate(numberTemplate, counterScope).parts.some((part) => part.token === 'cohort_seq');
  const cohortSequence = usesPlace && counterScope !== 'COHORT' ? await nextOf(tx, `${cohort.agencyCode}|PLACE|${cohort.cohortId}`) : sequence;
  return { scope, sequence, number: printNumber(numberTemplate, { ...facts, sequence, cohortSequence }) };
}

interface Drawn {
  readonly record: IssuanceRecord;
  readonly cohort: IssuingCohort;
  readonly snapshot: CertificateSnapshot;
  readonly counted: Counted;
  readonly pdfSha256: string;
}

async function store({ tx, actor, at }: IssuingDesk, { record, cohort, snapshot, counted, pdfSha256 }: Drawn): Promise<string> {
  const [row] = await tx.query<{ id: string }[]>(
    `insert into certificate (enrolment_id, decision_id, agency_id, person_id, holder_agency_id, holder_unit_id, programme_id, kind, number, number_scope, number_sequence, code, issued_on, valid_until, lesson_hours, snapshot, snapshot_sha256, pdf_sha256, issued_by, issued_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) returning id`,
    [record.enrolmentId, record.decisionId, cohort.agencyId, record.personId, record.holderAgencyId, record.holderUnitId, cohort.programmeId, snapshot.kind, counted.number, counted.scope, counted.sequence, snapshot.code, snapshot.issuedOn, snapshot.validUntil,
      snapshot.lessonHours, JSON.stringify(snapshot), snapshotHash(snapshot), pdfSha256, actor.accountId, at]);
  const certificateId = row?.id ?? '';
  await tx.query(`insert into lesson_hour_entry (person_id, year, lesson_hours, kind, certificate_id, recorded_at) values ($1, $2, $3, 'earned', $4, $5)`,
    [record.personId, Number(cohort.endsOn.slice(0, 4)), snapshot.lessonHours, certificateId, at]);
  await tx.query(`insert into hr_event (agency_id, kind, subject, at) values ($1, 'certificate.issued', $2, $4), ($1, 'lessonHours.changed', $3, $4)`,
    [cohort.agencyId, JSON.stringify({ certificateId, personId: record.personId, number: snapshot.number, code: snapshot.code }),
      JSON.stringify({ personId: record.personId, year: Number(cohort.endsOn.slice(0, 4)), lessonHours: snapshot.lessonHours, certificateId }), at]);
  return certificateId;
}

/** SHA-256 over the canonical JSON (RFC 8785) of a snapshot. */
export function snapshotHash(snapshot: CertificateSnapshot): string {
  return createHash('sha256').update(canonicalize(snapshot) ?? '').digest('hex');
}

/** The same day so many years later; 29 February becomes the 28th. */
function addYears(iso: string, years: number): string {
  const target = `${String(Number(iso.slice(0, 4)) + years)}${iso.slice(4)}`;
  return target.endsWith('-02-29') && new Date(`${target}T00:00:00Z`).getUTCMonth() !== 1 ? target.replace('-29', '-28') : target;
}
