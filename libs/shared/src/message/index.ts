export { messageEvents, type Announcement, type MessageEvent } from './message.types.js';
