export { preview, stored, type Progress, type Verdict } from './preview.js';
export { RosterModule } from './roster.module.js';
export { countRows, isBusy, lockRun, saveVerdicts, updateRun, type RunRecord } from './roster.queries.js';
export { ROWS_AT_ONCE, RosterService, UNDO_MS } from './roster.service.js';
