/** A name in its parts. Indonesians have no surname; a single word is a whole name. */
export interface NameParts {
  readonly frontTitle: string | null;
  readonly fullName: string;
  readonly backTitle: string | null;
}

/** Marks that turn the reading direction or hide in a text, and halves of characters. Joiners stay: Arabic and emoji need them. */
const hiddenMarks = /[\p{Cc}\p{Cs}\u200B\u200E\u200F\u061C\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;

/** The name as printed: `Dr. Ir. H. Telaga Embun, S.T., M.Si.`. */
export function nameWithTitles({ frontTitle, fullName, backTitle }: NameParts): string {
  const front = (frontTitle ?? '').trim();
  const back = (backTitle ?? '').trim().replace(/^,\s*/, '');
  return [front, fullName.trim()].filter(Boolean).join(' ') + (back === '' ? '' : `, ${back}`);
}

/** A name as it may be stored: composed (NFC), single spaces, no control or direction marks. Spelling and capitals are the bearer's own. */
export function cleanName(text: string): string {
  const visible = text.replace(/[\t-\r\u0085]/g, ' ').replace(hiddenMarks, '').normalize('NFC');
  return visible.replace(/\s+/gu, ' ').trim();
}

/** First letters of the first and last word, in capitals: `TE`; one letter for a single word. Empty for an empty name. */
export function initials(fullName: string): string {
  const words = cleanName(fullName).split(' ').filter(Boolean);
  const ends = words.length > 1 ? [...words.slice(0, 1), ...words.slice(-1)] : words;
  return ends.map(firstLetter).join('').toUpperCase();
}

function firstLetter(word: string): string {
  const [letter = ''] = /\p{L}/u.exec(word) ?? /./u.exec(word) ?? [];
  return letter;
}
