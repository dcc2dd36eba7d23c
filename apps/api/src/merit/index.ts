export { MeritModule } from './merit.module.js';
