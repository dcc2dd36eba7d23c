/** A field that two people changed: what is stored now, and what the form says. */
export interface Conflict {
  readonly field: string;
  readonly stored: string;
  readonly given: string;
}

function sideOf(details: Readonly<Record<string, unknown>>, side: string): Readonly<Record<string, unknown>> {
  const found = details[side];
  return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
}

function written(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The fields of a refused form that differ from what is stored; the version itself is no field. */
export function conflictsOf(details: Readonly<Record<string, unknown>>): readonly Conflict[] {
  const stored = sideOf(details, 'stored');
  return Object.entries(sideOf(details, 'given'))
    .filter(([field]) => field !== 'version' && field in stored)
    .map(([field, given]) => ({ field, stored: written(stored[field]), given: written(given) }))
    .filter((line) => line.stored !== line.given);
}

/** The version that is stored, to save over it knowingly; null when the details do not tell. */
export function versionStored(details: Readonly<Record<string, unknown>>): number | null {
  const { version } = sideOf(details, 'stored');
  return typeof version === 'number' ? version : null;
}

/**
 * Fields that held something and were emptied in the form. Forms leave empty controls out of a request, where leaving
 * out means to keep: these must be sent as null.
 */
export function emptiedOf(
  before: Readonly<Record<string, unknown>>,
  form: Readonly<Record<string, unknown>>,
): Readonly<Record<string, null>> {
  const fields = Object.keys(form).filter(
    (field) => (form[field] === '' || form[field] === null) && before[field],
  );
  return Object.fromEntries(fields.map((field) => [field, null]));
}
