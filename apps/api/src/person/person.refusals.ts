import { Refusal } from '@jenjang/shared';
import { mayAt, type Actor } from '../platform/index.js';
import type { Holder } from './employment.queries.js';

/** A refusal that names whose record is in the way, as far as the caller may see it. */
export function taken(actor: Actor, other: Holder, code: 'person.emailTaken' | 'person.nipTaken', path: string, value: unknown): Refusal {
  const seen = mayAt(actor, 'person.read', { agencyId: other.agencyId, unitPath: other.unitPath });
  const told = seen ? code : `${code}Unseen`;
  return new Refusal(told, seen ? { personId: other.id, name: other.fullName } : {}, [{ path, code: told, value }]);
}
