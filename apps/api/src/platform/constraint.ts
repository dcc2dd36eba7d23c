import type { ProblemFacts } from './problem.js';

/** The fields of a PostgreSQL error that we look at. */
interface DatabaseError {
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly driverError?: DatabaseError;
}

/** SQLSTATE classes that mean the caller's input or the present facts stand in the way. */
const conflicts: Readonly<Record<string, string>> = {
  '23505': 'conflict.duplicate',
  '23503': 'conflict.inUse',
  '23514': 'conflict.rule',
  '23P01': 'conflict.overlap',
};
const malformed = ['22P02', '22003', '22001', '22007', '22008', '22021', '22P05', '23502'];

/**
 * What a refused statement means to the caller. A named constraint is its own stable code:
 * `cohort_seats_within_capacity` becomes `cohort.seatsWithinCapacity`.
 */
export function databaseProblem(error: unknown): ProblemFacts | null {
  const { code, constraint } = (error as DatabaseError).driverError ?? (error as DatabaseError);
  if (code === '23001') return { status: 409, code: 'fact.immutable' };
  if (code === '40P01' || code === '40001') return { status: 409, code: 'conflict.simultaneous' };
  if (code === '57014') return { status: 503, code: 'unavailable' };
  if (code && malformed.includes(code)) return { status: 400, code: 'input.malformed' };
  const fallback = code ? conflicts[code] : undefined;
  if (!fallback) return null;
  return { status: 409, code: constraint ? codeOfConstraint(constraint) : fallback, details: { rule: fallback } };
}

/** Tables whose names are longer than one word, longest first. */
const tables = ['session_facilitator', 'attendance_mark', 'activity_progress', 'cohort_partner', 'cohort_class', 'graduation_decision', 'certificate_state', 'certificate_event', 'certificate', 'lesson_hour_entry', 'one_time_link', 'role_grant', 'api_client', 'import_run', 'sign_in', 'merit_export'];

function codeOfConstraint(constraint: string): string {
  const table = tables.find((name) => constraint.startsWith(`${name}_`)) ?? constraint.split('_')[0] ?? constraint;
  const rest = constraint.slice(table.length + 1);
  return `${camel(table)}.${camel(rest)}`;
}

function camel(words: string): string {
  return words.replace(/_+([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}
