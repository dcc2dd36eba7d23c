import { instantMs, isoInstant } from '../platform/dates.rules.js';
import { cleanName } from '../person/name.rules.js';
import { parseNip } from '../person/nip.rules.js';
import type { AfterWrong, WelcomeAnswers, WelcomeLinkRecord, WelcomePersonRecord, WelcomeQuestion, WelcomeStanding } from './welcome.types.js';

/** How long a link lasts. */
export const welcomeDays = 14;
/** Wrong answers that begin a pause. */
export const welcomeTries = 5;
/** How long a pause lasts. */
export const welcomePauseMinutes = 15;

/** What a link is worth at the instant (ISO). Being used is said first: it tells the reader most. */
export function welcomeStanding(link: WelcomeLinkRecord, now: string): WelcomeStanding {
  if (link.usedAt !== null) return 'used';
  if (link.hasAccount) return 'known';
  if (instantMs(link.expiresAt) <= instantMs(now)) return 'expired';
  return link.pausedUntil !== null && instantMs(link.pausedUntil) > instantMs(now) ? 'paused' : 'open';
}

/** What the person is asked: the NIP, else the last word of the name; nothing when that or the birth date is not to be known. */
export function welcomeQuestion(person: WelcomePersonRecord): WelcomeQuestion {
  if (birthDateOf(person) === null) return 'nothing';
  if (person.nip !== null) return 'nip';
  return lastWordOf(person.fullName) === '' ? 'nothing' : 'name';
}

/** The right answers as one text; null when nothing can be asked. */
export function expectedAnswers(person: WelcomePersonRecord): string | null {
  const question = welcomeQuestion(person);
  if (question === 'nothing') return null;
  return joined(question, question === 'nip' ? digitsOf(person.nip ?? '') : lastWordOf(person.fullName), birthDateOf(person) ?? '');
}

/** The given answers in the form of the right ones: spaces in a NIP, capitals and accents of a name do not matter. */
export function givenAnswers(question: WelcomeQuestion, { nip, lastWord, birthDate }: WelcomeAnswers): string {
  return joined(question, question === 'nip' ? digitsOf(nip ?? '') : lastWordOf(lastWord ?? ''), birthDate);
}

/** What a wrong answer leads to, given those before it since the last pause. */
export function afterWrongAnswer(failuresBefore: number, now: string): AfterWrong {
  const failures = failuresBefore + 1;
  if (failures < welcomeTries) return { failures, pausedUntil: null, left: welcomeTries - failures };
  return { failures: 0, pausedUntil: isoInstant(instantMs(now) + welcomePauseMinutes * 60_000), left: 0 };
}

/** Digits in what somebody typed as a NIP. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** The first word of a name, by which somebody is greeted. */
export function firstWordOf(fullName: string): string {
  return cleanName(fullName).split(' ')[0] ?? '';
}

/** The birth date on record, else the one that the NIP tells. */
function birthDateOf({ birthDate, nip }: WelcomePersonRecord): string | null {
  return birthDate ?? (nip === null ? null : parseNip(nip, { kind: null, today: '9999-12-31' }).birthDate);
}

function lastWordOf(name: string): string {
  const word = cleanName(name).split(' ').at(-1) ?? '';
  return word.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

function joined(question: WelcomeQuestion, word: string, birthDate: string): string {
  return `${question}/${word}/${birthDate}`;
}
