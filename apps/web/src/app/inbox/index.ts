export { Bell } from './bell';
export { PreferenceCard } from './preference-card';
