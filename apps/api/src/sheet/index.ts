export { renderDocument, type DrawnDocument } from './sheet.pdf.js';
