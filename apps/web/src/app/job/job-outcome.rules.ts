import type { JobView } from '@jenjang/shared/job';

/** Kinds of work that this app has words for: `job.kind.<kind with _ for .>`. */
const known: readonly string[] = [
  'certificate.issue',
  'merit.export',
  'person.import',
  'participant.import',
  'unit.import',
];

/** Key of the words for a kind of job; work we have no words for is called work. */
export function kindKey(kind: string): string {
  return known.includes(kind) ? kind.replace('.', '_') : 'other';
}

/** Figures of results that this app has words for: `job.figure.<name>`. */
const toldFigures = ['issued', 'refused'];

/** Figures of an ended job that are worth telling, by name. A refused count of nought says nothing. */
export function figuresOf({ result }: JobView): readonly (readonly [string, number])[] {
  return toldFigures.flatMap((name) => {
    const value = result?.[name];
    return typeof value === 'number' && value > 0 ? [[name, value] as const] : [];
  });
}

/** Where what the job made can be fetched, or null when it made no file. */
export function fileOf({ kind, state, result }: JobView): string | null {
  const exportId = result?.['exportId'];
  if (kind !== 'merit.export' || state !== 'done' || typeof exportId !== 'string') return null;
  return `/api/v1/merit/exports/${encodeURIComponent(exportId)}/file`;
}

/** How long the work took, in whole seconds; null while it has not ended or when it never began. */
export function secondsOf({ startedAt, finishedAt }: JobView): number | null {
  if (startedAt === null || finishedAt === null) return null;
  return Math.max(0, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000));
}
