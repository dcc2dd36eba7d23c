import { Agency, Unit } from './agency/index.js';
import { Cohort } from './cohort/index.js';
import { Session } from './session/index.js';
import { Account } from './identity/index.js';
import { Employment, Person } from './person/index.js';

/** Every class that is mapped to a table. */
export const entities = [Account, Agency, Cohort, Employment, Person, Session, Unit] as const;
