import { HttpException } from '@nestjs/common';
import { problemWords, Refusal, type FieldProblem, type Problem } from '@jenjang/shared';
import { QueryFailedError } from 'typeorm';
import { Missing, OutOfReach } from './access.js';
import type { Locale } from './actor.js';
import { databaseProblem } from './constraint.js';

/** A problem with a status of its own, such as 413 or 429. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly problems: readonly FieldProblem[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}

/** What went wrong, before it is worded for a reader. */
export interface ProblemFacts {
  readonly status: number;
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly problems?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sorts any error into the contract of the API. Whatever is not foreseen is a bug and says nothing. */
export function problemFacts(error: unknown): ProblemFacts {
  if (error instanceof HttpProblem) return error;
  if (error instanceof Refusal) return { status: statusOfRefusal(error.code), code: error.code, details: error.details, problems: error.problems };
  if (error instanceof OutOfReach || error instanceof Missing) return { status: 404, code: 'notFound' };
  if (error instanceof QueryFailedError || isDatabaseError(error)) return databaseProblem(error) ?? { status: 500, code: 'internal' };
  if (error instanceof HttpException) return { status: error.getStatus(), code: codeOfStatus(error.getStatus()) };
  return bodyProblem(error) ?? { status: 500, code: 'internal' };
}

/** The problem as sent, in the reader's language with both titles. */
export function wordProblem(facts: ProblemFacts, locale: Locale, requestId: string): Problem {
  const [titleId, titleEn] = problemWords(facts.code, facts.details ?? {});
  return {
    type: `/api/docs#${facts.code}`,
    status: facts.status,
    code: facts.code,
    title: locale === 'en' ? titleEn : titleId,
    titleId,
    titleEn,
    details: facts.details && Object.keys(facts.details).length > 0 ? facts.details : undefined,
    errors: facts.problems?.length ? facts.problems.map((problem) => wordField(problem, locale)) : undefined,
    requestId,
  };
}

function wordField(problem: FieldProblem, locale: Locale): FieldProblem {
  const { limit, ...rest } = problem;
  return { ...rest, message: problem.message ?? problemWords(problem.code, { limit })[locale === 'en' ? 1 : 0] };
}

/** Files that cannot be used are 422; every other refusal is a conflict with what holds. */
function statusOfRefusal(code: string): number {
  if (code === 'file.tooLarge') return 413;
  return code.startsWith('file.') ? 422 : 409;
}

function isDatabaseError(error: unknown): boolean {
  return error instanceof Error && typeof (error as { code?: unknown }).code === 'string' && 'severity' in error;
}

/** Errors of the body parser carry a status and a type. */
function bodyProblem(error: unknown): ProblemFacts | null {
  const type = (error as { type?: unknown } | null)?.type;
  if (type === 'entity.parse.failed' || type === 'encoding.unsupported' || type === 'request.aborted') return { status: 400, code: 'input.notJson' };
  if (type === 'entity.too.large') return { status: 413, code: 'input.tooLarge' };
  if (type === 'charset.unsupported') return { status: 415, code: 'input.charset' };
  return error instanceof URIError ? { status: 400, code: 'input.malformed' } : null;
}

function codeOfStatus(status: number): string {
  const codes: Record<number, string> = { 400: 'input.malformed', 401: 'signIn.required', 403: 'forbidden', 404: 'notFound', 405: 'methodNotAllowed', 406: 'notAcceptable', 413: 'input.tooLarge', 415: 'input.mediaType', 429: 'tooManyRequests', 503: 'unavailable' };
  return codes[status] ?? (status < 500 ? 'input.malformed' : 'internal');
}
