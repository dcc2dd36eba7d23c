import pino, { type Logger } from 'pino';
import type { Config } from './config.js';

/** JSON lines on standard error. Bodies, cookies and credentials are never logged. */
export function makeLog(config: Pick<Config, 'logLevel'>): Logger {
  return pino({ level: config.logLevel, base: undefined }, pino.destination(2));
}
