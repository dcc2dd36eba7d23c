export { HistoryQuery } from './audit.dto.js';
export { historyKinds, type HistoryEntry, type HistoryKind } from './audit.types.js';
