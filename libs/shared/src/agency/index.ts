export { agencyKinds, unitKinds, type AgencyKind, type UnitKind } from './unit.types.js';
export { agencyKindLabels, unitKindLabels } from './unit.labels.js';
