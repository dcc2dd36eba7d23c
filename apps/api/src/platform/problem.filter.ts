import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { OutOfReach } from './access.js';
import type { ActorRequest } from './allow.js';
import type { Database } from './database.js';
import { localeOf } from './locale.js';
import { problemFacts, wordProblem } from './problem.js';

/** The only place where errors meet HTTP: every one leaves as application/problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly db: Database,
    private readonly log: Logger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<ActorRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    if (error instanceof OutOfReach) await this.recordAttempt(error, request);
    const facts = problemFacts(error);
    if (facts.status >= 500) this.log.error({ err: error, requestId: request.requestId, path: request.path }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(facts.status).set(facts.headers ?? {});
    response.type('application/problem+json').send(JSON.stringify(wordProblem(facts, localeOf(request), request.requestId)));
  }

  /** Someone named a record outside their scope: kept, so that probing is seen. */
  private async recordAttempt(error: OutOfReach, request: ActorRequest): Promise<void> {
    const { actor } = request;
    if (!actor) return;
    await this.db.transaction(actor, (tx) =>
      tx.query(
        `insert into audit_event (account_id, client_id, request_id, action, subject_kind, subject_id, after)
         values ($1, $2, $3, 'denied', $4, $5, $6)`,
        [actor.accountId, actor.clientId, actor.requestId, error.subjectKind, error.subjectId, JSON.stringify({ permission: error.permission })],
      ),
    );
  }
}
