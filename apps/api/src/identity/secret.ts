import { createHash, randomBytes } from 'node:crypto';
import { hash, verify, type Options } from '@node-rs/argon2';
import { Refusal } from '@jenjang/shared';

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const argon2id: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Verified when there is no account, so that unknown logins take as long as known ones. */
const decoy = hash('nobody has this password', argon2id);

export async function hashPassword(password: string): Promise<string> {
  return hash(password, argon2id);
}

/** Whether the password fits. Takes the same time when there is no hash. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await decoy), password);
  return stored !== null && fits;
}

/** A token of 256 random bits for cookies, links and clients. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: its SHA-256. Enough, because a token is random and long. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const weak = ['password', 'katasandi', 'qwerty', '1234567890', 'rahasia', 'jenjang', 'indonesia', 'bismillah', 'admin'];

/** @throws Refusal for passwords that are guessed first: common words, the login itself, one repeated character. */
export function requireDecentPassword(password: string, login: string): void {
  const plain = password.toLowerCase();
  const stem = plain.replace(/[^a-z]+$/, '');
  const bad = weak.includes(stem) || weak.includes(plain) || plain.includes(login.split('@')[0] ?? login) || new Set(plain).size < 4;
  if (bad) throw new Refusal('password.tooCommon', {}, [{ path: 'password', code: 'password.tooCommon' }]);
}
