export { VenueModule } from './venue.module.js';
