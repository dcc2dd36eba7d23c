import path from 'node:path';

/** How this process was told to run. Read once from the environment. */
export interface Config {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly port: number;
  readonly host: string;
  /** `web` answers requests, `worker` does jobs, `all` does both. */
  readonly role: 'all' | 'web' | 'worker';
  readonly dataDirectory: string;
  /** Address under which people reach this installation; printed on certificates. No trailing slash. */
  readonly publicUrl: string;
  readonly secretKey: string;
  readonly smtpUrl: string | null;
  /** Sender of mail; by default no-reply at the public host. */
  readonly mailFrom: string | null;
  /** Address of the WhatsApp gateway that takes messages by POST; off without it. */
  readonly whatsappUrl: string | null;
  /** Bearer token towards the gateway, and of the gateway when it brings receipts. */
  readonly whatsappToken: string | null;
  /** Minutes after which mail stands in for a WhatsApp message that did not go through. */
  readonly whatsappFallbackMinutes: number;
  readonly logLevel: string;
  /** Whether an empty database gets the demonstration data. */
  readonly demo: boolean;
  readonly webDirectory: string;
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
}

const roles = ['all', 'web', 'worker'] as const;

/** @throws Error that names the variable when one is missing or makes no sense. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const port = whole(env, 'PORT', 3000, 1, 65_535);
  return {
    databaseUrl: required(env, 'DATABASE_URL'),
    poolSize: whole(env, 'DATABASE_POOL', 16, 2, 200),
    port,
    host: env['HOST'] ?? '127.0.0.1',
    role: oneOf(env, 'JENJANG_ROLE', roles, 'all'),
    dataDirectory: path.resolve(env['JENJANG_DATA'] ?? 'var'),
    publicUrl: (env['PUBLIC_URL'] ?? `http://localhost:${String(port)}`).replace(/\/+$/, ''),
    secretKey: secret(env),
    smtpUrl: optional(env, 'SMTP_URL'),
    mailFrom: optional(env, 'MAIL_FROM'),
    whatsappUrl: optional(env, 'WHATSAPP_URL'),
    whatsappToken: optional(env, 'WHATSAPP_TOKEN'),
    whatsappFallbackMinutes: whole(env, 'WHATSAPP_FALLBACK_MINUTES', 15, 1, 1440),
    logLevel: env['LOG_LEVEL'] ?? 'info',
    demo: env['DEMO'] === '1',
    webDirectory: path.resolve(import.meta.dirname, '../../../web/dist'),
    trustedProxies: whole(env, 'TRUSTED_PROXIES', 0, 0, 10),
  };
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** A setting that may be left out; compose files hand over empty ones. */
function optional(env: NodeJS.ProcessEnv, name: string): string | null {
  const value = env[name]?.trim() ?? '';
  return value === '' ? null : value;
}

function secret(env: NodeJS.ProcessEnv): string {
  const value = required(env, 'SECRET_KEY');
  if (value.length < 32) throw new Error('SECRET_KEY is shorter than 32 characters');
  return value;
}

function whole(env: NodeJS.ProcessEnv, name: string, fallback: number, least: number, most: number): number {
  const value = env[name] === undefined ? fallback : Number(env[name]);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Error(`${name} must be a whole number from ${String(least)} to ${String(most)}`);
  }
  return value;
}

function oneOf<T extends string>(env: NodeJS.ProcessEnv, name: string, allowed: readonly T[], fallback: T): T {
  const value = env[name] ?? fallback;
  const found = allowed.find((candidate) => candidate === value);
  if (!found) throw new Error(`${name} must be one of ${allowed.join(', ')}`);
  return found;
}
