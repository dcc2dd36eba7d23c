export { ReminderCard } from './reminder-card';
