export { HistoryQuery } from './audit.dto.js';
export { historyKinds, historyPartKinds, type HistoryEntry, type HistoryKind, type HistorySubjectKind } from './audit.types.js';
