export { LeaveSection } from './leave-section';
