export { LinkDialog } from './link-dialog';
