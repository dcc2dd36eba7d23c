/** The steps of making a cohort, in order. */
export const newCohortSteps = ['programme', 'time', 'seats', 'check'] as const;

const fields: readonly (readonly string[])[] = [
  ['agencyId', 'curriculumId'],
  ['startsOn', 'endsOn', 'zone', 'mode', 'venueName', 'venueCity'],
  ['name', 'ordinal', 'code', 'capacity'],
  [],
];

/** The fields that a step asks for. */
export function fieldsOfStep(step: number): readonly string[] {
  return fields[step] ?? [];
}

/** A code to begin with: initials of the name, or its capitals, and year and month, as `DLA-2026-09`. At most 40 characters, never empty. */
export function suggestedCode(name: string, startsOn: string): string {
  const words = name
    .toUpperCase()
    .normalize('NFKD')
    .replace(/[^A-Z0-9 ]/g, '')
    .split(' ')
    .filter(Boolean);
  const first = words[0] ?? '';
  const short =
    words.length === 1 || first.length <= 4
      ? first.slice(0, 12)
      : words
          .map((word) => word[0])
          .join('')
          .slice(0, 12);
  return [short || 'ANGKATAN', startsOn.slice(0, 7)].filter(Boolean).join('-');
}
