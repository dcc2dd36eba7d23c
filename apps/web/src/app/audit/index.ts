export { HistoryTimeline } from './history-timeline';
export { type HistorySubject, RecordHistory } from './record-history';
