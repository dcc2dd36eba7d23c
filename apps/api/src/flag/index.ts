export { FlagModule } from './flag.module.js';
