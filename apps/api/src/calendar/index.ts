export { CalendarModule } from './calendar.module.js';
export { invitationFor, type EntrySession, type Mailbox } from './ical.js';
export { loadEntry } from './feed.queries.js';
