export * from './permission.types.js';
export { covers, mayAct, permissionsOfRole, scopesFor } from './permission.rules.js';
export { ChangePasswordRequest, LoginRequest, PreferencesRequest, ResetRequest, SetPasswordRequest, TokenRequest } from './auth.dto.js';
export type { Me, MyGrant, SignInRow } from './me.types.js';
export { pauseAfter } from './pause.rules.js';
export { AccountQuery, CreateAccountRequest, CreateClientRequest, GrantRequest } from './account.dto.js';
export type { AccountGrant, AccountRow, ClientRow } from './account.types.js';
export { identityProblems } from './identity.problems.js';
