export { openReplacing } from './open-replacing';
