export { demoLogins, type DemoLogin } from './demo.accounts.js';
export { loadDemo } from './demo.load.js';
export type { DemoDesk } from './demo.outcomes.js';
