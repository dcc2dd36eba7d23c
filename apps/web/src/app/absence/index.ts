export { smallerPhoto } from './photo';
