export { ipAsnBuckets, type DiklatKind, type IpAsnBucket, type MeritColumnType, type SiasnLetter } from './merit.types.js';
export { csvSafe, diklatKindOf, diklatKinds, ipAsnBucket } from './merit.rules.js';
export { ipAsnBucketLabels, meritColumns, type MeritColumn, type MeritColumnKey, type MeritRow } from './merit.labels.js';
export { HrEventQuery, MeritExportRequest, MeritFilter, MeritQuery, MeritStreamQuery, meritBands, meritFormats, type MeritBand, type MeritFormat } from './merit.dto.js';
export { wordMeritFilter, type FilterNames } from './filter.labels.js';
export { meritProblems } from './merit.problems.js';
export type { HrEvent, HrEventPage, MeritManifest, MeritRecord, PersonLessonHours } from './record.types.js';
