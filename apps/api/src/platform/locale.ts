import type { ActorRequest } from './allow.js';
import type { Locale } from './actor.js';

/** The reader's language: what the request asks for, else what the account prefers, else Indonesian. */
export function localeOf(request: ActorRequest): Locale {
  const asked = typeof request.query['lang'] === 'string' ? request.query['lang'] : request.acceptsLanguages('id', 'en');
  if (asked === 'en' || asked === 'id') return asked;
  return request.actor?.locale ?? 'id';
}
