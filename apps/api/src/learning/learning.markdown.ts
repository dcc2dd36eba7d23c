import { createHash } from 'node:crypto';
import markdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** Rendered pages kept in memory: content never changes under its hash, and losing the memory costs only time. */
const kept = new Map<string, string>();
const mostKept = 200;

const parser = markdownIt({ html: true, linkify: true, typographer: false });
// Wide tables scroll inside a frame of their own, by touch and by keyboard, instead of widening the page.
parser.renderer.rules['table_open'] = () => '<div class="table-scroll" tabindex="0"><table>';
parser.renderer.rules['table_close'] = () => '</table></div>';

/** What may stand in a page: text, lists, tables, pictures of our own. Everything else is taken out. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'kbd', 'strong', 'em', 's', 'del', 'sub', 'sup', 'mark',
    'a', 'img', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'details', 'summary', 'dl', 'dt', 'dd', 'figure', 'figcaption',
  ],
  allowedAttributes: {
    a: ['href', 'title', 'target', 'rel'], img: ['src', 'alt', 'title', 'width', 'height'], div: ['tabindex'], ol: ['start'],
    th: ['colspan', 'rowspan', 'scope', 'class'], td: ['colspan', 'rowspan', 'class'],
  },
  allowedClasses: { div: ['table-scroll'], th: ['center', 'right'], td: ['center', 'right'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  transformTags: {
    // The title of the activity is the only heading of the first rank.
    h1: 'h2',
    a: (tagName, attributes) => ({ tagName, attribs: isOutside(attributes['href']) ? { ...attributes, target: '_blank', rel: 'noopener noreferrer' } : dropTarget(attributes) }),
    th: alignByClass,
    td: alignByClass,
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs['src']?.startsWith('/api/v1/files/'),
};

/** A Markdown page as HTML that is safe to show, whatever its author wrote. */
export function renderPage(markdown: string): string {
  const key = createHash('sha256').update(markdown).digest('base64');
  const known = kept.get(key);
  if (known !== undefined) return known;
  const html = sanitizeHtml(parser.render(markdown), allowed);
  kept.set(key, html);
  const oldest = kept.keys().next().value;
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return html;
}

/** Markdown aligns columns by style; a page carries no styles, so a class says it. */
function alignByClass(tagName: string, { style = '', ...attributes }: Record<string, string>): sanitizeHtml.Tag {
  const [, side] = /^text-align:(center|right)$/.exec(style) ?? [];
  return { tagName, attribs: side ? { ...attributes, class: side } : attributes };
}

function isOutside(href: string | undefined): boolean {
  return /^https?:/i.test(href ?? '');
}

function dropTarget({ href, title }: Record<string, string>): Record<string, string> {
  return { ...(href === undefined ? {} : { href }), ...(title === undefined ? {} : { title }) };
}
