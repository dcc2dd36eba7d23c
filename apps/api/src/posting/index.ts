export { PostingModule } from './posting.module.js';
