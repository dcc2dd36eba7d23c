import type { Role } from '@jenjang/shared/identity';

/** A role one can look at the app in, with the places it holds for, worded. */
export interface HeldRole {
  readonly role: Role;
  readonly places: readonly string[];
}
