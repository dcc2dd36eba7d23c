export { CertificateModule } from './certificate.module.js';
export { loadIssuances, loadIssuingCohort } from './issuance.queries.js';
export { issueCertificate, snapshotHash, type IssuingDesk } from './issuing.js';
