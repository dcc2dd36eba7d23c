export { Account } from './account.entity.js';
export { IdentityModule } from './identity.module.js';
export { hashPassword } from './secret.js';
