/** A text for comparing: small letters and digits in words, without accents and punctuation. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The same without blanks, for codes and abbreviations. */
export function squeeze(text: string): string {
  return fold(text).replace(/ /g, '');
}

/** A cell that says nothing, as forms are filled. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || /^[\s\-–—.]*$/.test(text) || /^(n\/?a|nihil|tidak ada|kosong|null)$/i.test(text.trim());
}

/** How alike two texts are, from 0 to 1: the share of letter pairs they have in common. */
export function likeness(a: string, b: string): number {
  const [first, second] = [pairsOf(squeeze(a)), pairsOf(squeeze(b))];
  if (first.length + second.length === 0) return 0;
  const left = [...second];
  const shared = first.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (first.length + second.length);
}

/** The candidate most like the text, or null when none comes near. */
export function nearest(text: string, candidates: readonly string[]): string | null {
  let best: { readonly text: string; readonly score: number } | null = null;
  for (const candidate of candidates) {
    const score = likeness(text, candidate);
    if (score > (best?.score ?? 0.6)) best = { text: candidate, score };
  }
  return best?.text ?? null;
}

/** Whether two names share a word of some length, so that they may be the same person's. */
export function sharesWord(a: string, b: string): boolean {
  const words = new Set(fold(a).split(' '));
  return fold(b).split(' ').some((word) => words.has(word) && (word.length > 1 || words.size === 1));
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}
