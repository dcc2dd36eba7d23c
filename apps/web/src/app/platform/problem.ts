import { HttpContextToken, HttpErrorResponse } from '@angular/common/http';
import type { FieldProblem, Problem } from '@jenjang/shared/platform';

/** Set on a request whose 401 is an answer, not an ended sign-in: signing in itself, asking who one is. */
export const mayBeSignedOut = new HttpContextToken(() => false);

/**
 * Anything the API refused or could not do. `code` is stable; `title` is in the reader's language, or null when
 * the answer never reached us (`network`) or did not come from our API (`unexpected`).
 */
export class AppProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string | null,
    /** What the server's log knows the request by; null when it was never reached. */
    readonly requestId: string | null,
    readonly errors: readonly FieldProblem[] = [],
    readonly details: Readonly<Record<string, unknown>> = {},
    /** Seconds to wait before trying again, as the server said with 429 or 503. */
    readonly retryAfter: number | null = null,
  ) {
    super(title ?? code);
    this.name = 'AppProblem';
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}

/** A body that was asked for as text or blob still carries the problem as text. */
function parseBody(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}

/** Reads a failed response as a problem. */
export function toProblem(response: HttpErrorResponse): AppProblem {
  const body = parseBody(response.error);
  const id = response.headers.get('X-Request-Id');
  const retryAfter = Number(response.headers.get('Retry-After')) || null;
  if (isProblem(body)) {
    const { code, title, errors, details, requestId: stated } = body;
    return new AppProblem(response.status, code, title, stated ?? id, errors, details, retryAfter);
  }
  return new AppProblem(
    response.status,
    response.status === 0 ? 'network' : 'unexpected',
    null,
    id,
    [],
    {},
    retryAfter,
  );
}
