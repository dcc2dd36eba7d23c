export { OfferSweep } from './offer-sweep.js';
export { WaitingModule } from './waiting.module.js';
