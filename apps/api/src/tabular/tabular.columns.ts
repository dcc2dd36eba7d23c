/** A field that a caller wants from a table, with the headings under which people write it. */
export interface FieldAliases<Name extends string = string> {
  readonly name: Name;
  readonly aliases: readonly string[];
}

interface Guess<Name> {
  readonly name: Name;
  readonly heading: string;
  readonly score: number;
}

/** Words that headings carry around the word that matters; they never decide. */
const fillers = new Set(
  'no nomor peserta pegawai lengkap wajib opsional isi diisi data kolom format contoh number the of full required optional'.split(
    ' ',
  ),
);
const abbreviations = new Map([
  ['tgl', 'tanggal'],
  ['tg', 'tanggal'],
  ['thn', 'tahun'],
  ['th', 'tahun'],
  ['jml', 'jumlah'],
  ['nmr', 'nomor'],
]);

const exact = 4;
const sameWords = 3;
const sameCore = 2;
const typing = 1;

/**
 * Guesses which heading holds which field: tolerant of case, accents, punctuation, brackets, common
 * abbreviations, word order and a slip of the finger. The best match goes first, each heading serves one field,
 * and a field that fits nothing stays out: a wrong guess costs more than none.
 */
export function guessColumns<Name extends string>(
  headings: readonly string[],
  fields: readonly FieldAliases<Name>[],
): Partial<Record<Name, string>> {
  const guesses = fields.flatMap(({ name, aliases }) =>
    headings.map((heading): Guess<Name> => ({
      name,
      heading,
      score: Math.max(0, ...[name, ...aliases].map((alias) => likeness(heading, alias))),
    })),
  );
  const mapping: Partial<Record<Name, string>> = {};
  const taken = new Set<string>();
  for (const { name, heading, score } of guesses.sort((a, b) => b.score - a.score)) {
    if (score === 0 || mapping[name] !== undefined || taken.has(heading)) continue;
    mapping[name] = heading;
    taken.add(heading);
  }
  return mapping;
}

function likeness(heading: string, alias: string): number {
  const a = words(heading);
  const b = words(alias);
  if (a.length === 0 || b.length === 0) return 0;
  if (a.join('') === b.join('')) return exact;
  if (a.toSorted().join(' ') === b.toSorted().join(' ')) return sameWords;
  const [coreA, coreB] = [core(heading), core(alias)];
  if (coreA.length > 0 && coreA.toSorted().join(' ') === coreB.toSorted().join(' ')) return sameCore;
  return isSlip(coreA.join(''), coreB.join('')) ? typing : 0;
}

function words(text: string): string[] {
  const spaced = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const plain = spaced.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => abbreviations.get(word) ?? word);
}

function core(text: string): string[] {
  return words(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')).filter((word) => !fillers.has(word));
}

/** One letter wrong, missing, added, or two neighbours swapped, in a word long enough not to become another. */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  const swapped = restA.charAt(1) + restA.charAt(0) + restA.slice(2);
  return restA.length > 1 && swapped === restB;
}
