export type { AgendaSession, HomeCohort, NextActivity, NextStep, ParticipantHome } from './agenda.types.js';
export { nextForParticipant, sessionsOfDay, withClashes } from './agenda.rules.js';
