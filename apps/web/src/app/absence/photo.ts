/** Photographs above so many bytes are made smaller before they are sent. */
const enough = 4 * 1024 * 1024;
/** Longest side in pixels: a page of text stays readable. */
const side = 2400;

/**
 * A photograph small enough to send as a letter; any other file, and one that this browser cannot read, as it is: the
 * server says what is wrong with it.
 */
export async function smallerPhoto(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.size <= enough) return file;
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return file;
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
  return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
}
