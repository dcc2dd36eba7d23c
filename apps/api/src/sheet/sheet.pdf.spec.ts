import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cardText, type DocumentSnapshot } from '@jenjang/shared';
import { aDocument, aDocumentPerson, aDocumentSession } from './document-snapshot.builder.js';
import { renderDocument } from './index.js';

let folder: string;
beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'jenjang-sheet-')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const run = (tool: string, ...args: string[]): string => execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 2 ** 27 });

/** The text of each page as a reader of the file sees it. */
async function pagesOf(snapshot: DocumentSnapshot): Promise<{ file: string; pages: string[] }> {
  const { bytes, pages } = await renderDocument(snapshot);
  const file = path.join(folder, `${snapshot.kind}-${String(Math.random())}.pdf`);
  writeFileSync(file, bytes);
  const texts = run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1);
  expect(texts).toHaveLength(pages);
  return { file, pages: texts };
}

describe('an assignment letter', () => {
  it('for many names them in the attachment, with the head repeated and every page counted', async () => {
    const { pages } = await pagesOf(aDocument('participant_letter', 112));
    expect(pages[0]).toContain('SURAT TUGAS');
    expect(pages[0]).toContain('Nomor: 001/ST/KOTA-TELAGA/IX/2026');
    expect(pages[0]).toContain('112 orang sebagaimana tercantum dalam lampiran');
    expect(pages[0]).toContain('Keputusan Wali Kota Telaga Nomor 12 Tahun 2026');
    const attached = pages.slice(1);
    attached.forEach((page, at) => {
      expect(page).toContain('LAMPIRAN SURAT TUGAS');
      expect(page).toContain(`Halaman ${String(at + 1)} dari ${String(attached.length)}`);
    });
    const all = attached.join('\n');
    for (const at of [0, 50, 111]) expect(all).toContain(aDocumentPerson(at).name);
    expect(attached.at(-1)).toContain('Seruni Pualam, S.Sos.');
    expect(attached[0]).not.toContain('Seruni Pualam, S.Sos.');
  });

  it('for one says everything on its page', async () => {
    const { pages } = await pagesOf(aDocument('facilitator_letter', 1));
    expect(pages).toHaveLength(1);
    for (const part of ['PEMERINTAH KOTA TELAGA', 'Arga Embun 1, S.T., M.Si.', '19800101 200501 1 901', 'Penata Tingkat I (III/d)', 'Menjadi fasilitator Digital Leadership Academy', '7–11 September 2026 di Gedung', 'Telaga, 1 September 2026', 'Kepala BKPSDM,']) {
      expect(pages[0]!.replace(/\s+/g, ' ')).toContain(part);
    }
  });

  it('for each bears a number of its own; 112 are drawn in seconds', async () => {
    const people = Array.from({ length: 112 }, (_, at) => aDocumentPerson(at, { number: `${String(at + 1).padStart(3, '0')}/ST/2026` }));
    const from = Date.now();
    const { pages } = await pagesOf(aDocument('participant_letter', 0, { form: 'each', people }));
    expect(Date.now() - from).toBeLessThan(10_000);
    expect(pages).toHaveLength(112);
    pages.forEach((page, at) => {
      expect(page).toContain(`Nomor: ${String(at + 1).padStart(3, '0')}/ST/2026`);
      expect(page).toContain(aDocumentPerson(at).name);
    });
  });
});

describe('a list', () => {
  it('numbers everybody once, in order, over its pages', async () => {
    const { pages } = await pagesOf(aDocument('participant_list', 112));
    const numbers = pages.flatMap((page) => [...page.matchAll(/^ *(\d+)\. {3,}/gm)].map(([, number]) => Number(number)));
    expect(numbers).toEqual(Array.from({ length: 112 }, (_, at) => at + 1));
    pages.forEach((page, at) => expect(page).toContain(`Halaman ${String(at + 1)} dari ${String(pages.length)}`));
    expect(pages.every((page) => page.includes('Nama / NIP') && page.includes('DAFTAR PESERTA'))).toBe(true);
  });

  it.each(['portrait', 'landscape'] as const)('to sign has a bundle per session with boxes, %s', async (orientation) => {
    const sessions = [aDocumentSession(40), aDocumentSession(3, { title: 'Manajemen Risiko', className: 'Kelas B' })];
    const { file, pages } = await pagesOf(aDocument('attendance_sheet', 40, { orientation, sessions }));
    const [first, second] = ['Arsitektur SPBE', 'Manajemen Risiko'].map((title) => pages.filter((page) => page.includes(title)));
    expect(first!.length).toBeGreaterThan(1);
    expect(second).toHaveLength(1);
    expect(second![0]).toContain('Halaman 1 dari 1');
    expect(first![0]).toContain('Senin, 7 September 2026, 08.00–12.30 WITA (6 JP)');
    expect(first!.every((page) => page.includes('Tanda tangan'))).toBe(true);
    expect(run('pdfinfo', file)).toMatch(orientation === 'portrait' ? /Page size: +595\.\d+ x 841/ : /Page size: +841\.\d+ x 595/);
  });

  it('gives the signature a page of its own rather than cutting it', async () => {
    for (const count of Array.from({ length: 24 }, (_, at) => at + 1)) {
      const { pages } = await pagesOf(aDocument('participant_list', count));
      expect(pages.at(-1)).toContain('Kepala BKPSDM,');
      expect(pages.at(-1)).toContain('NIP 19700101 199501 2 902');
    }
  });

  it('prints what it can of names in other scripts', async () => {
    const { pages } = await pagesOf(aDocument('participant_list', 0, { people: [aDocumentPerson(0, { name: 'Arga 你 Embun' })] }));
    expect(pages[0]).toContain('Arga ¿ Embun');
  });
});

describe('cards', () => {
  it('for the table stand two on a sheet and hold the longest names', async () => {
    const people = [...Array.from({ length: 4 }, (_, at) => aDocumentPerson(at)), aDocumentPerson(4, { name: 'Dr. Ir. Hj. Kenanga Muara Rimba Telaga Cendana Pualam, S.T., M.Eng., Ph.D.' })];
    const { pages } = await pagesOf(aDocument('table_card', 0, { people }));
    expect(pages).toHaveLength(3);
    expect(pages[2]!.replace(/\s+/g, ' ')).toContain('Kenanga Muara Rimba');
  });

  it('of 112 participants come four on a sheet within seconds, and their codes read back', async () => {
    const cards = Array.from({ length: 112 }, (_, at) => cardText({ enrolmentId: `0f8fad5b-d9cb-469f-a165-${String(at).padStart(12, '0')}`, seal: '00FF00FF00FF00FF' }));
    const from = Date.now();
    const { file, pages } = await pagesOf(aDocument('participant_card', 0, { people: cards.map((card, at) => aDocumentPerson(at, { card })) }));
    expect(Date.now() - from).toBeLessThan(10_000);
    expect(pages).toHaveLength(28);
    run('pdftoppm', '-r', '110', '-png', '-f', '28', '-l', '28', '-singlefile', file, file);
    expect(run('zbarimg', '-q', '--raw', `${file}.png`).trim().split('\n').sort()).toEqual(cards.slice(108));
  });
});
