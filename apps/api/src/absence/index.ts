export { AbsenceModule } from './absence.module.js';
