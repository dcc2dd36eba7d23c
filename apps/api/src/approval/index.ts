export { ApprovalModule } from './approval.module.js';
export { otherCohortsOf, trainingsOf } from './candidate.queries.js';
export { ApprovalLinks } from './link.service.js';
