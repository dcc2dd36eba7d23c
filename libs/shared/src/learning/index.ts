export * from './learning.types.js';
export { PreviewRequest, ProgressRequest, ResumePointRequest } from './learning.dto.js';
export { decideStanding, learningIsOpen, nextActivity } from './learning.rules.js';
export { activityStateLabels, wordLock } from './learning.labels.js';
