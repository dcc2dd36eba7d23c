export { missingGlyphs, renderCertificate } from './certificate.pdf.js';
