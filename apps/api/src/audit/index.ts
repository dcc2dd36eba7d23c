export { AuditModule } from './audit.module.js';
export { verifyAudit, type AuditFault } from './audit.verify.js';
