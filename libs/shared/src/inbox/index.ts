export { InboxQuery, MessagePreferenceRequest } from './inbox.dto.js';
export type { InboxRow, MessagePreference, Unread } from './inbox.types.js';
