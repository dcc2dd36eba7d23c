export type { RoomView, SessionPlace, VenueView } from './venue.types.js';
export { mapLink, placeLine } from './venue.rules.js';
export { ChangeVenueRequest, RoomItem, VenueQuery, VenueRequest } from './venue.dto.js';
export { venueProblems } from './venue.problems.js';
