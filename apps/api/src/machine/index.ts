export { MachineModule } from './machine.module.js';
