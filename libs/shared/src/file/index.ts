export { filePurposes, importBytes, learningMedia, letterMedia, reportBytes, type FilePurpose, type KeptFile } from './file.types.js';
export { UploadQuery } from './file.dto.js';
