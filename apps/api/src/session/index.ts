export { announceSessions, loadSessionReaders, type SessionReader } from './session.announce.js';
export { Session } from './session.entity.js';
export { SessionModule } from './session.module.js';
