export { loadTypefaces, type Typefaces } from './certificate.fonts.js';
export { drawQr } from './certificate.pdf-frame.js';
export { drawableCopy } from './certificate.pdf-glyphs.js';
export { colours, Pen, type TextStyle } from './certificate.pdf-pen.js';
export { signatoryDetails } from './certificate.pdf-wording.js';
export { missingGlyphs, renderCertificate } from './certificate.pdf.js';
export { verificationQr } from './certificate.qr.js';
