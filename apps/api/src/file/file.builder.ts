/** The smallest file that is a PDF by content; the text makes its content its own. */
export function aPdf(text = 'Lembar kerja'): Buffer {
  return Buffer.from(`%PDF-1.4\n% ${text}\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`);
}

/** The head of a WebM video, long enough to be known by content. */
export function aVideo(bytes = 4096): Buffer {
  const head = Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701', 'hex');
  return Buffer.concat([head, Buffer.alloc(Math.max(0, bytes - head.length), 7)]);
}

/** The head of a Windows program. */
export function aProgram(): Buffer {
  return Buffer.concat([Buffer.from('MZ'), Buffer.alloc(512, 0x90)]);
}
