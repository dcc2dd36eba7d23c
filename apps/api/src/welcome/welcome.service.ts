import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  afterWrongAnswer, expectedAnswers, firstWordOf, givenAnswers, Refusal, welcomeQuestion, welcomeStanding,
  type AfterWrong, type Me, type WelcomeLogin, type WelcomeQuestion, type WelcomeRequest, type WelcomeView,
} from '@jenjang/shared';
import { joinCohorts } from '../account/index.js';
import { Account, AuthService, hashPassword, requireDecentPassword, tokenHash } from '../identity/index.js';
import { announce } from '../message/index.js';
import { Clock, Database, HttpProblem, RateLimit, systemActor, type ActorRequest, type Transaction } from '../platform/index.js';
import { findLink, loadOrganisers, lockLink, loginTaken, markUsed, noteWrongAnswer, type WelcomeLink } from './welcome.queries.js';

/** Enough for a class that makes its accounts together behind one address. */
const perAddress = { name: 'welcome', points: 120, seconds: 60 };

/** What an answer came to. */
type Tried = { readonly accountId: string } | { readonly link: WelcomeLink; readonly wrong: AfterWrong };

/** The first sign-in of somebody who was nominated, by a link that works once. */
@Injectable()
export class WelcomeService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimit,
    private readonly auth: AuthService,
  ) {}

  /** What the link is for. @throws HttpProblem and Refusal that say in words why it does not work. */
  async describe(token: string, address: string): Promise<WelcomeView> {
    await this.limits.count(perAddress, address);
    const link = this.requireOpen(await findLink(this.db, tokenHash(token)));
    const { cohortName: cohort, agencyName: agency, expiresAt, zone } = link;
    return { firstName: firstWordOf(link.fullName), cohort, agency, asks: welcomeQuestion(link), signsInWith: loginOf(link).kind, expiresAt, zone };
  }

  /** Makes the account when the answers fit, once, and signs in. A wrong answer is counted; the fifth begins a pause. */
  async use(token: string, answers: WelcomeRequest, request: ActorRequest): Promise<{ me: Me; token: string }> {
    await this.limits.count(perAddress, request.ip ?? '');
    // Hashed before anything is known, so that unknown links take as long as others.
    const passwordHash = await hashPassword(answers.password);
    const actor = { ...systemActor(), requestId: request.requestId };
    const tried = await this.db.transaction(actor, (tx) => this.attempt(tx, tokenHash(token), answers, passwordHash));
    if ('wrong' in tried) throw refusalOf(tried.link, tried.wrong, this.now());
    return this.auth.signIn({ id: tried.accountId }, request);
  }

  private async attempt(tx: Transaction, hash: Buffer, answers: WelcomeRequest, passwordHash: string): Promise<Tried> {
    const link = this.requireOpen(await lockLink(tx, hash));
    const question = welcomeQuestion(link);
    if (question === 'nothing') throw new Refusal('welcome.incomplete');
    requireAnswered(question, answers);
    if (!fits(expectedAnswers(link) ?? '', givenAnswers(question, answers))) return { link, wrong: await this.countWrong(tx, link) };
    const login = await chooseLogin(tx, link, answers.login);
    requireDecentPassword(answers.password, login);
    const { id } = await tx.save(tx.create(Account, { login, displayName: link.fullName, personId: link.personId, passwordHash, locale: 'id', disabledAt: null }));
    await markUsed(tx, link.id, this.clock.now());
    await joinCohorts(tx, systemActor(), link.personId);
    return { accountId: id };
  }

  private async countWrong(tx: Transaction, link: WelcomeLink): Promise<AfterWrong> {
    const wrong = afterWrongAnswer(link.failures, this.now());
    await noteWrongAnswer(tx, link.id, wrong.failures, wrong.pausedUntil);
    const { pausedUntil: until } = wrong;
    if (until === null) return wrong;
    const { cohortId, cohortAgencyId: agencyId, fullName: person, zone } = link;
    await announce(tx, (await loadOrganisers(tx, cohortId, agencyId)).map((accountId) => ({
      event: 'welcome.paused' as const, accountId, cohortId, agencyId, facts: { person, until, zone }, key: `welcome.paused:${link.id}:${until}:${accountId}`,
    })));
    return wrong;
  }

  private requireOpen(link: WelcomeLink | null): WelcomeLink {
    if (!link) throw new HttpProblem(404, 'welcome.unknown');
    const { zone } = link;
    switch (welcomeStanding(link, this.now())) {
      case 'used': throw new Refusal('link.used', { usedAt: link.usedAt, zone });
      case 'known': throw new Refusal('welcome.known');
      case 'expired': throw new HttpProblem(410, 'welcome.expired', { expiredAt: link.expiresAt, zone });
      case 'paused': throw paused(link, link.pausedUntil ?? this.now(), this.now());
      case 'open': return link;
    }
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

/** Forgetting to answer is no wrong answer. */
function requireAnswered(question: WelcomeQuestion, { nip, lastWord }: WelcomeRequest): void {
  const path = question === 'nip' ? 'nip' : 'lastWord';
  if (!(question === 'nip' ? nip : lastWord)) throw new HttpProblem(400, 'input.invalid', {}, [{ path, code: 'field.isNotEmpty' }]);
}

/** Compares in the same time wherever the texts differ. */
function fits(expected: string, given: string): boolean {
  const [one, other] = [expected, given].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

function loginOf({ email, emailTaken, nip, nipTaken }: WelcomeLink): { readonly kind: WelcomeLogin; readonly login: string | null } {
  if (email !== null && !emailTaken) return { kind: 'email', login: email };
  if (nip !== null && !nipTaken) return { kind: 'nip', login: nip };
  return { kind: 'own', login: null };
}

async function chooseLogin(tx: Transaction, link: WelcomeLink, wished: string | undefined): Promise<string> {
  const { login } = loginOf(link);
  if (login !== null) return login;
  if (!wished) throw new Refusal('welcome.loginNeeded', {}, [{ path: 'login', code: 'welcome.loginNeeded' }]);
  if (await loginTaken(tx, wished)) throw new Refusal('welcome.loginTaken', {}, [{ path: 'login', code: 'welcome.loginTaken' }]);
  return wished;
}

function refusalOf({ zone }: WelcomeLink, { pausedUntil, left }: AfterWrong, now: string): Error {
  return pausedUntil === null ? new Refusal('welcome.wrong', { left }) : paused({ zone }, pausedUntil, now);
}

function paused({ zone }: Pick<WelcomeLink, 'zone'>, until: string, now: string): HttpProblem {
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000));
  return new HttpProblem(429, 'welcome.paused', { until, zone }, [], { 'retry-after': String(seconds) });
}
