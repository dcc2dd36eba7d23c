/** A field that two people changed: what is stored now, and what the form says. */
export interface Difference {
  readonly field: string;
  readonly stored: string;
  readonly given: string;
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The fields of a refused form that differ from what is stored, without the version itself. Empty when the details are none of ours. */
export function differences(details: Readonly<Record<string, unknown>>): readonly Difference[] {
  const [stored, given] = [details['stored'], details['given']];
  if (typeof stored !== 'object' || stored === null || typeof given !== 'object' || given === null) return [];
  const known = stored as Record<string, unknown>;
  return Object.entries(given)
    .filter(
      ([field, value]) => field !== 'version' && field in known && written(value) !== written(known[field]),
    )
    .map(([field, value]) => ({ field, stored: written(known[field]), given: written(value) }));
}

/** The version that is stored, to save over it knowingly; null when the details do not tell. */
export function storedVersion(details: Readonly<Record<string, unknown>>): number | null {
  const version = (details['stored'] as { version?: unknown } | undefined)?.version;
  return typeof version === 'number' ? version : null;
}
