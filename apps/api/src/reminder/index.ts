export { ReminderModule } from './reminder.module.js';
