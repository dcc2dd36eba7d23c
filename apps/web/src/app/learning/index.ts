export { FileView } from './file-view';
export { RenderedPage } from './rendered-page';
export { type Words, wordsOf } from './words';
