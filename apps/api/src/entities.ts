import { Account } from './identity/index.js';

/** Every class that is mapped to a table. */
export const entities = [Account] as const;
