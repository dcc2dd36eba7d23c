export { ipAsnBuckets, type DiklatKind, type IpAsnBucket, type MeritColumnType, type SiasnLetter } from './merit.types.js';
export { csvSafe, diklatKindOf, diklatKinds, ipAsnBucket } from './merit.rules.js';
export { ipAsnBucketLabels, meritColumns, type MeritColumn, type MeritColumnKey, type MeritRow } from './merit.labels.js';
