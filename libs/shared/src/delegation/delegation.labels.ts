import { formatDate } from '../platform/dates.rules.js';
import type { Locale, Wording } from '../platform/locale.types.js';
import type { DelegationRow, DelegationStanding } from './delegation.types.js';

export const delegationStandingLabels: Readonly<Record<DelegationStanding, Wording>> = {
  ahead: { id: 'Belum berlaku', en: 'Not yet in force' },
  inForce: { id: 'Berlaku', en: 'In force' },
  ended: { id: 'Berakhir', en: 'Ended' },
  revoked: { id: 'Dicabut', en: 'Taken back' },
};

/** Who did it: the name, or of a deputy `Wakil Seruni Pualam a.n. Lingga Telaga`. */
export function wordAuthor(name: string, onBehalfOf: string | null, locale: Locale): string {
  if (onBehalfOf === null) return name;
  return locale === 'id' ? `Wakil ${name} a.n. ${onBehalfOf}` : `Deputy ${name} for ${onBehalfOf}`;
}

/** Until when a deputy may act, or when that ended: `Delegasi berakhir 1 Nov 2026`. */
export function wordDelegation({ standing, startsOn, endsOn }: Pick<DelegationRow, 'standing' | 'startsOn' | 'endsOn'>, locale: Locale): string {
  const [from, to] = [startsOn, endsOn].map((day) => formatDate(day, locale, 'short'));
  const words: Readonly<Record<DelegationStanding, Wording>> = {
    ahead: { id: `Delegasi mulai ${from}`, en: `Delegation begins on ${from}` },
    inForce: { id: `Delegasi sampai ${to}`, en: `Delegation until ${to}` },
    ended: { id: `Delegasi berakhir ${to}`, en: `Delegation ended on ${to}` },
    revoked: { id: 'Delegasi dicabut', en: 'Delegation taken back' },
  };
  return words[standing][locale];
}
