import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { renderPage } from './learning.markdown.js';

const page = new JSDOM('').window.document.createElement('template');

describe('a page that somebody wrote', () => {
  it.each([
    ['a script', 'Halo <script>alert(1)</script>dunia', '<p>Halo dunia</p>'],
    ['a handler', '<img src="/api/v1/files/1" onerror="alert(1)" alt="Peta">', '<img src="/api/v1/files/1" alt="Peta" />'],
    ['a handler on text', '<p onclick="alert(1)">Teks</p>', '<p>Teks</p>'],
    ['a javascript address', '<a href="javascript:alert(1)">klik</a>', '<p><a>klik</a></p>'],
    ['a javascript address in disguise', '<a href="jav&#x09;ascript:alert(1)">klik</a>', '<p><a>klik</a></p>'],
    ['a data address', '<a href="data:text/html,<script>alert(1)</script>">klik</a>', '<p><a>klik</a></p>'],
    ['an SVG', '<svg onload="alert(1)"><script>alert(2)</script><a xlink:href="javascript:alert(3)"><text>x</text></a></svg>', '<p><a>x</a></p>'],
    ['a frame', '<iframe src="https://contoh.example"></iframe>teks', 'teks'],
    ['a form', '<form action="https://contoh.example"><input name="nip">teks</form>', 'teks'],
    ['a style', '<p style="position:fixed;inset:0">teks</p><style>body{display:none}</style>', '<p>teks</p>'],
    ['a picture from elsewhere, which would tell who reads', '![x](https://contoh.example/x.png)', '<p></p>'],
    ['a picture from elsewhere without scheme', '<img src="//contoh.example/x.png">', ''],
  ])('loses %s', (_, markdown, html) => {
    expect(renderPage(markdown).trim()).toBe(html);
  });

  it('keeps what teaches: headings below the title, lists, tables that scroll, safe links', () => {
    const html = renderPage('# Bab\n\n- satu\n\n| A | B |\n|--:|---|\n| 1 | 2 |\n\n[SPBE](https://contoh.example/spbe) dan [kontak](mailto:a@contoh.example)');
    expect(html).toContain('<h2>Bab</h2>');
    expect(html).toContain('<li>satu</li>');
    expect(html).toContain('<div class="table-scroll" tabindex="0"><table>');
    expect(html).toContain('<th class="right">A</th>');
    expect(html).toContain('<a href="https://contoh.example/spbe" target="_blank" rel="noopener noreferrer">SPBE</a>');
    expect(html).toContain('<a href="mailto:a@contoh.example">kontak</a>');
  });

  it('never lets a handler, a script or a script address through, whatever pieces it is made of', () => {
    const pieces = ['<', '>', '/', '"', "'", ' ', '=', 'script', 'img', 'svg', 'a', 'onerror', 'onload', 'href', 'src', 'javascript:', 'alert(1)', '&#106;', '\n', '`', '[x](', ')', '<!--', '-->', 'math', 'style', '\u0000'];
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      page.innerHTML = renderPage(parts.join(''));
      const elements = [...page.content.querySelectorAll('*')];
      expect(elements.filter(({ localName }) => ['script', 'svg', 'math', 'style', 'iframe', 'object', 'form'].includes(localName))).toEqual([]);
      const attributes = elements.flatMap((element) => [...element.attributes]);
      expect(attributes.filter(({ name }) => name.startsWith('on') || name === 'style')).toEqual([]);
      const addresses = attributes.filter(({ name }) => name === 'href' || name === 'src').map(({ value }) => new URL(value, 'https://contoh.example').protocol);
      expect(addresses.filter((protocol) => !['http:', 'https:', 'mailto:'].includes(protocol))).toEqual([]);
    }), { numRuns: 3000 });
  });
});
