export { SelectionModule } from './selection.module.js';
