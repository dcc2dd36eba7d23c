export { ensureTemplates, programmeTemplates } from './catalogue.js';
