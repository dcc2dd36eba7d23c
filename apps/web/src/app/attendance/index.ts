export { CloseSession } from './close-session';
