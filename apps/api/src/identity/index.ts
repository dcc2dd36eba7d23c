export { Account } from './account.entity.js';
export { findByLogin } from './actor.queries.js';
export { AuthService } from './auth.service.js';
export { setCookie } from './cookie.js';
export { IdentityModule } from './identity.module.js';
export { hashPassword, newToken, passwordFits, requireDecentPassword, tokenHash } from './secret.js';
