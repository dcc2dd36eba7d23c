import { Cohort, Session } from './cohort/index.js';
import { Account } from './identity/index.js';

/** Every class that is mapped to a table. */
export const entities = [Account, Cohort, Session] as const;
