import { formatCode, formatDate, localDate, localTime, zoneAbbreviation, type CertificateStanding, type Verification, type Zone } from '@jenjang/shared';
import type { Locale } from '../platform/index.js';
import { pageWords, type PageWords } from './verification.labels.js';
import { pageStyle } from './verification.style.js';

const tones: Readonly<Record<CertificateStanding, string>> = { active: 'ok', expired: 'warn', suspended: 'warn', revoked: 'bad', superseded: 'past' };
const signs: Readonly<Record<string, string>> = {
  ok: '<path d="m5 12.5 5 5L19 7"/>', bad: '<path d="m6 6 12 12M18 6 6 18"/>', past: '<path d="M4 12h15M13 6l6 6-6 6"/>', warn: '<path d="M12 6v7M12 17v.5"/>', none: '<path d="M9 9.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.1-1.5 2.4M12 18v.3"/>',
};

/** The page of a code that is registered: state first, then three checks, then every fact in the order of the paper. */
export function drawVerification(found: Verification, host: string, locale: Locale): string {
  const words = pageWords[locale];
  const tone = tones[found.standing];
  const until = found.validUntil === null ? words.forever : words.until(formatDate(found.validUntil, locale));
  const detail = found.standing === 'active' ? until : found.sentence;
  return frame(words.standing[found.standing], locale, `/c/${found.code}`, `
    <div class="state ${tone}" role="status">${seal(tone)}<h1>${escape(words.standing[found.standing])}</h1>
      <p>${escape(words.issuedBy(found.issuer, found.holderName))}</p><p class="when">${escape(detail)}</p></div>
    <div class="body">${checks(found, host, words, locale)}${meaning(found.standing, words)}
      <h2>${escape(words.facts)}</h2><dl class="card facts${found.standing === 'active' ? '' : ' void'}">${found.facts.map(({ label, value }) => `<div><dt>${escape(label)}</dt><dd>${escape(value)}</dd></div>`).join('')}</dl>
      <p><a href="/c/${found.code}.json">${escape(words.machine)}</a></p>${form('', words, locale, words.another)}</div>`);
}

/** The page of a code that leads nowhere, with what was typed kept in the field. */
export function drawNothing(typed: string, title: string, locale: Locale): string {
  const words = pageWords[locale];
  return frame(words.notFound, locale, `/c/${encodeURIComponent(typed)}`, `
    <div class="state none" role="status">${seal('none')}<h1>${escape(words.notFound)}</h1><p>${escape(title)}</p></div>
    <div class="body">${form(typed, words, locale, words.code)}</div>`);
}

/** The page on which a code is typed. */
export function drawForm(locale: Locale): string {
  const words = pageWords[locale];
  return frame(words.title, locale, '/c', `<div class="body"><h1>${escape(words.title)}</h1>${form('', words, locale, words.code)}</div>`);
}

function frame(title: string, locale: Locale, path: string, main: string): string {
  const other = locale === 'id' ? 'en' : 'id';
  const mark = '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M4 27h7v-7h7v-7h7"/><circle cx="26" cy="6" r="2.5"/></svg>';
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${escape(title)} · Jenjang</title><link rel="icon" href="data:,"><style>${pageStyle}</style></head>
<body><header class="top"><a class="home" href="/c?lang=${locale}">${mark}<b>${escape(pageWords[locale].title)}</b></a>
<nav aria-label="${locale === 'id' ? 'Bahasa' : 'Language'}">${['id', 'en'].map((code) => code === locale ? `<b aria-current="true">${code.toUpperCase()}</b>` : `<a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${code.toUpperCase()}</a>`).join('')}</nav></header>
<main>${main}</main></body></html>`;
}

function checks(found: Verification, host: string, words: PageWords, locale: Locale): string {
  const zone = found.zone as Zone;
  const when = `${formatDate(localDate(found.checkedAt, zone), locale, 'short')}, ${localTime(found.checkedAt, zone)} ${zoneAbbreviation(zone)}`;
  const inForce = found.standing === 'active';
  return `<ul class="checks card" aria-label="${escape(words.checks)}">
    ${check(found.unchanged ? 'ok' : 'bad', words.genuine[0], found.unchanged ? words.genuine[1] : words.genuine[2])}
    ${check(inForce ? 'ok' : tones[found.standing], inForce ? words.inForce[0] : words.inForce[1], words.checkedAt(when))}
    ${check('ok', words.knownIssuer, `${found.issuer}, ${host}`)}</ul>`;
}

function check(tone: string, title: string, text: string): string {
  return `<li class="${tone}"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${signs[tone] ?? ''}</svg><span><strong>${escape(title)}</strong>${escape(text)}</span></li>`;
}

function meaning(standing: CertificateStanding, words: PageWords): string {
  const text = words.meaningOf[standing];
  return text ? `<section class="card mean"><h2>${escape(words.meaning)}</h2><p>${escape(text)}</p></section>` : '';
}

function form(typed: string, words: PageWords, locale: Locale, label: string): string {
  return `<form class="card" action="/c" method="get"><input type="hidden" name="lang" value="${locale}"><label for="code"><b>${escape(label)}</b></label><p id="hint" class="hint">${escape(words.hint)}</p>
    <input id="code" name="code" value="${escape(formatCode(typed).length > 40 ? '' : typed)}" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" required aria-describedby="hint"><button>${escape(words.check)}</button></form>`;
}

function seal(tone: string): string {
  return `<svg class="seal" viewBox="0 0 80 80" aria-hidden="true"><path d="m26 52-6 22 20-9 20 9-6-22"/><circle cx="40" cy="32" r="24"/><g transform="translate(23.2 15.2) scale(1.4)">${signs[tone] ?? ''}</g></svg>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
