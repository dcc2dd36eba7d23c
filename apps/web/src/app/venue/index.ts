export { VenueApi } from './venue-api';
