export { AccountModule } from './account.module.js';
export { joinCohorts } from './account.service.js';
export { followGrants } from './follow-grants.js';
export { inviteAdmin } from './first-admin.js';
