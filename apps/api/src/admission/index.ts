export { AdmissionModule } from './admission.module.js';
export { QuotaReturn } from './quota-return.js';
