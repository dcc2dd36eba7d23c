import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import {
  defaultNumbering, documentNumber, localDate, numberedKinds, numberingProblems, numberingScope, Refusal, type DocumentList, type MakeDocumentRequest, type NumberedKind, type NumberingRequest,
} from '@jenjang/shared';
import canonicalize from 'canonicalize';
import { Clock, CONFIG, Database, HttpProblem, mayAt, Missing, requireAccess, Storage, type Actor, type Config, type Transaction } from '../platform/index.js';
import { renderDocument } from '../sheet/index.js';
import {
  loadDocuments, loadNumbering, loadPaperCohort, loadPaperFacilitators, loadPaperParticipants, loadPaperSessions, loadStoredDocument, saveDocument, saveNumbering, takeNumbers, type NewDocument, type PaperCohort,
} from './document.queries.js';
import { takeDocument, type PaperFacts } from './document.snapshot.js';

/** A PDF on its way to a reader. */
export interface DocumentFile {
  readonly name: string;
  readonly content: Readable;
}

/** Papers of a committee: made from stored facts, numbered in the same transaction, kept as drawn. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(actor: Actor, cohortId: string): Promise<DocumentList> {
    return this.db.transaction(actor, async (tx) => this.view(tx, actor, await load(tx, actor, cohortId, 'enrolment.read')));
  }

  /** Makes a paper: number, snapshot and PDF become true together or not at all. */
  make(actor: Actor, cohortId: string, request: MakeDocumentRequest): Promise<DocumentList> {
    return this.db.transaction(actor, async (tx) => {
      const cohort = await load(tx, actor, cohortId, 'cohort.manage');
      const facts = await this.gather(tx, cohort, request);
      const numbers = await numbersOf(tx, facts, request);
      const snapshot = takeDocument(facts, request, numbers.map(({ number }) => number), this.config.secretKey);
      const { bytes, pages } = await renderDocument(snapshot);
      const stored = await this.storage.put(Readable.from([bytes]));
      await saveDocument(tx, {
        cohortId, agencyId: cohort.agencyId, kind: request.kind, issuedOn: facts.issuedOn, snapshot, snapshotSha256: createHash('sha256').update(canonicalize(snapshot) ?? '').digest('hex'),
        pdfSha256: stored.sha256, pages, bytes: stored.bytes, issuedBy: actor.accountId, issuedAt: this.clock.now(), numbers,
      });
      return this.view(tx, actor, cohort);
    });
  }

  async file(actor: Actor, id: string): Promise<DocumentFile> {
    const stored = await loadStoredDocument(this.db, id);
    if (!stored) throw new Missing('document', id);
    requireAccess(actor, 'enrolment.read', stored, { kind: 'document', id });
    return { name: `${[stored.kind, stored.number].filter((part) => part !== null).join('-').replace(/[^\w.-]+/g, '-')}.pdf`, content: this.storage.read(stored.pdfSha256) };
  }

  /** Says how an agency writes its numbers from now on; papers that were made keep theirs. */
  async setNumbering(actor: Actor, agencyId: string, { templates }: NumberingRequest): Promise<Record<NumberedKind, string>> {
    requireAccess(actor, 'cohort.manage', { agencyId }, { kind: 'agency', id: agencyId });
    const problems = Object.entries(templates).flatMap(([kind, template]) => templateProblems(kind, template));
    if (problems.length > 0) throw new HttpProblem(400, 'input.invalid', {}, problems);
    return this.db.transaction(actor, async (tx) => {
      await saveNumbering(tx, agencyId, templates);
      return withDefaults(await loadNumbering(tx, agencyId));
    });
  }

  private async gather(tx: Transaction, cohort: PaperCohort, { kind, classId, sessionIds = [] }: MakeDocumentRequest): Promise<PaperFacts> {
    if (classId && !cohort.classes.some(({ id }) => id === classId)) throw invalid('classId', 'document.classUnknown', classId);
    const isLetter = kind === 'participant_letter' || kind === 'facilitator_letter';
    if (isLetter && cohort.signatories.length === 0) throw new Refusal('document.noSignatory');
    if (kind === 'attendance_sheet' && sessionIds.length === 0) throw invalid('sessionIds', 'document.noSession', null);
    const sessions = kind === 'attendance_sheet' ? await loadPaperSessions(tx, cohort.id, sessionIds) : [];
    if (sessions.length < new Set(kind === 'attendance_sheet' ? sessionIds : []).size) throw invalid('sessionIds', 'document.sessionUnknown', null);
    const people = await (kind === 'facilitator_letter' ? loadPaperFacilitators : loadPaperParticipants)(tx, cohort.id, classId ?? null);
    if (people.length === 0) throw new Refusal('document.nobody');
    return { cohort, people, sessions, issuedOn: localDate(this.clock.now().toISOString(), cohort.agencyZone) };
  }

  private async view(tx: Transaction, actor: Actor, cohort: PaperCohort): Promise<DocumentList> {
    const place = { agencyId: cohort.agencyId };
    const makes = mayAt(actor, 'cohort.manage', { ...place, cohortId: cohort.id });
    return {
      agencyId: cohort.agencyId, rows: await loadDocuments(tx, cohort.id), numbering: withDefaults(await loadNumbering(tx, cohort.agencyId)), signatory: cohort.signatories[0] ?? null,
      allowedOperations: [...(makes ? ['make' as const] : []), ...(mayAt(actor, 'cohort.manage', place) ? ['number' as const] : [])],
    };
  }
}

async function load(tx: Transaction, actor: Actor, cohortId: string, permission: 'enrolment.read' | 'cohort.manage'): Promise<PaperCohort> {
  const cohort = await loadPaperCohort(tx, cohortId);
  if (!cohort) throw new Missing('cohort', cohortId);
  requireAccess(actor, permission, { agencyId: cohort.agencyId, cohortId }, { kind: 'cohort', id: cohortId });
  return cohort;
}

/** The next numbers of the kind: none for cards, one for each letter when everybody gets one. */
async function numbersOf(tx: Transaction, { cohort, people, issuedOn }: PaperFacts, { kind, form }: MakeDocumentRequest): Promise<NewDocument['numbers']> {
  if (!isNumbered(kind)) return [];
  const template = (await loadNumbering(tx, cohort.agencyId))[kind] ?? defaultNumbering;
  const scope = numberingScope(cohort.agencyId, kind, issuedOn);
  const count = kind.endsWith('_letter') && form === 'each' ? people.length : 1;
  const first = await takeNumbers(tx, scope, count);
  const facts = { kind, unit: cohort.agencyCode, programme: cohort.programmeCode, cohort: cohort.code, issuedOn };
  return Array.from({ length: count }, (_, at) => ({ scope, sequence: first + at, number: documentNumber(template, { ...facts, sequence: first + at }) }));
}

function withDefaults(templates: Partial<Record<NumberedKind, string>>): Record<NumberedKind, string> {
  return Object.fromEntries(numberedKinds.map((kind) => [kind, templates[kind] ?? defaultNumbering])) as Record<NumberedKind, string>;
}

function templateProblems(kind: string, template: unknown): { path: string; code: string; value: unknown }[] {
  const path = `templates.${kind}`;
  if (!isNumbered(kind)) return [{ path, code: 'document.kindUnknown', value: kind }];
  if (typeof template !== 'string') return [{ path, code: 'field.isString', value: null }];
  return numberingProblems(template).map((problem) => ({ path, code: `numbering.${problem}`, value: template }));
}

const isNumbered = (kind: string): kind is NumberedKind => numberedKinds.some((numbered) => numbered === kind);

const invalid = (path: string, code: string, value: unknown): HttpProblem => new HttpProblem(400, 'input.invalid', {}, [{ path, code, value }]);
