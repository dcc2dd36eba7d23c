export { publicFacts } from './public.labels.js';
export { publicCertificate } from './public.rules.js';
export type { PublicCertificate, PublicFact, Verification } from './public.types.js';
