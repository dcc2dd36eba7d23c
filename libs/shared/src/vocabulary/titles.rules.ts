import { cleanName, type NameParts } from '../person/name.rules.js';

/** Titles that come before a name; they end with a dot or stand for a pilgrimage. */
const frontTitle = /^(prof|dr|drs|dra|drg|drh|ir|h|hj|kh|apt|ns|tgk)\.?$/i;
/** Back titles begin with a capital and hold a dot or are short: S.T., M.Si., Ph.D, SE, MM. */
const backTitle = /^(\p{Lu}[\p{L}]*\.)+\s*(\p{L}+\.?)*$|^\p{Lu}[\p{L}.]{0,6}$/u;

/** A name written in one cell, with its titles taken off. What is no known title stays part of the name. */
export function splitTitles(text: string): NameParts {
  const [main = '', ...rest] = cleanName(text).split(/\s*,\s*/);
  const words = main.split(' ');
  const firstOwn = words.findIndex((word) => !(frontTitle.test(word) && (word.endsWith('.') || /^(H|Hj|Ir|Drs|Dra|Dr|dr|drg)$/.test(word))));
  const count = firstOwn < 0 ? 0 : firstOwn;
  const titles = rest.filter((part) => part !== '');
  const known = titles.every((part) => backTitle.test(part));
  return {
    frontTitle: words.slice(0, count).join(' ') || null,
    fullName: [words.slice(count).join(' '), ...(known ? [] : titles)].join(', '),
    backTitle: known ? titles.join(', ') || null : null,
  };
}
