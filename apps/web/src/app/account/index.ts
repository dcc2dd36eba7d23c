export { PlaceApi } from './place-api';
export { type UnitGroup, unitGroups, unitName } from './place.rules';
