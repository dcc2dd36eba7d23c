export { missingGlyphs, renderCertificate } from './certificate.pdf.js';
export { loadTypefaces, type Typefaces } from './certificate.fonts.js';
export { colours, Pen, type TextStyle } from './certificate.pdf-pen.js';
