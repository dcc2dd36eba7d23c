/** Words as a pattern of LIKE that means themselves: a percent sign looks for a percent sign. */
export function likeText(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&');
}
