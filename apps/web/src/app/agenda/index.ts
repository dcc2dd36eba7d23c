export { ParticipantHome } from './participant-home';
