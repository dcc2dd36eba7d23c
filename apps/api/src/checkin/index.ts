export { CheckInModule } from './checkin.module.js';
