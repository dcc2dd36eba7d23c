import type { Zone } from '../platform/locale.types.js';

/** What a link to the first sign-in is worth. Known: its person has an account by another way. */
export const welcomeStandings = ['open', 'used', 'known', 'expired', 'paused'] as const;
export type WelcomeStanding = (typeof welcomeStandings)[number];

/** What the person is asked beside the birth date. Nothing: the record holds too little to know somebody by. */
export type WelcomeQuestion = 'nip' | 'name' | 'nothing';

/** What the person signs in with later: e-mail, NIP, or a name that they choose. */
export type WelcomeLogin = 'email' | 'nip' | 'own';

/** A link as rules see it; instants in ISO. */
export interface WelcomeLinkRecord {
  readonly expiresAt: string;
  readonly usedAt: string | null;
  readonly pausedUntil: string | null;
  readonly failures: number;
  readonly hasAccount: boolean;
}

/** What is on record of the person, and is asked for. */
export interface WelcomePersonRecord {
  readonly fullName: string;
  readonly nip: string | null;
  /** ISO date. */
  readonly birthDate: string | null;
}

/** What somebody answered. */
export interface WelcomeAnswers {
  readonly nip?: string | null;
  readonly lastWord?: string | null;
  /** ISO date. */
  readonly birthDate: string;
}

/** What a wrong answer leads to. */
export interface AfterWrong {
  readonly failures: number;
  /** ISO instant; null while tries are left. */
  readonly pausedUntil: string | null;
  readonly left: number;
}

/** What a link tells whoever holds it: enough to know that it is meant for them, nothing that is asked. */
export interface WelcomeView {
  readonly firstName: string;
  readonly cohort: string;
  readonly agency: string;
  readonly asks: WelcomeQuestion;
  readonly signsInWith: WelcomeLogin;
  readonly expiresAt: string;
  readonly zone: Zone;
}

/** How a fresh link was sent. */
export interface WelcomeSent {
  readonly name: string;
}
