export { DelegationModule } from './delegation.module.js';
