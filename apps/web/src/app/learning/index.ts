export { FileView } from './file-view';
export { RenderedPage } from './rendered-page';
