export { FileModule } from './file.module.js';
export { FileService, type FileReader, type IncomingFile } from './file.service.js';
export type { FileRecord } from './file.queries.js';
export { dispositionOf } from './file.response.js';
export { UploadSweep } from './upload.interceptor.js';
