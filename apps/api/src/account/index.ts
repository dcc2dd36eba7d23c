export { AccountModule } from './account.module.js';
export { inviteAdmin } from './first-admin.js';
