import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { sniffBytes, sniffTable } from './index.js';
import { aFolder } from './tabular.files.builder.js';
import { textRow, writeWorkbook, writeZip } from './tabular.xlsx.builder.js';

const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)]);
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');

describe('sniffTable', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  beforeAll(async () => (folder = await aFolder()));
  afterAll(() => folder.remove());

  it.each<[string, Buffer]>([
    ['commas', Buffer.from('nip,nama\n1,Arga\n')],
    ['a heading that starts like a bitmap', Buffer.from('BMN;Nama\n1;Arga Embun\n')],
    ['Windows-1252', iconv.encode('nama;kota\nJosé Embun;Bontang\n', 'windows-1252')],
    ['UTF-16 with a mark', iconv.encode('nama\tkota\nArga\tBontang\n', 'utf-16le', { addBOM: true })],
    ['UTF-16 without a mark', iconv.encode('nama\tkota\nArga\tBontang\n', 'utf-16be')],
  ])('takes %s for a CSV whatever its name', async (_, head) => {
    await expect(sniffTable(head, 'peserta.xlsx')).resolves.toBe('csv');
  });

  it('takes a workbook for XLSX whatever its name', async () => {
    await writeWorkbook(folder.file('a.csv'), { rows: textRow(1, ['nip']) });
    const head = (await readFile(folder.file('a.csv'))).subarray(0, sniffBytes);
    await expect(sniffTable(head, 'a.csv')).resolves.toBe('xlsx');
    await expect(sniffTable(head.subarray(0, 200), 'a.csv')).resolves.toBe('xlsx');
  });

  it.each<[string, Buffer, string, string | undefined]>([
    ['nothing', Buffer.alloc(0), 'file.empty', undefined],
    ['an old Excel file', ole, 'file.oldExcel', 'xls'],
    [
      'a locked workbook',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      'file.encrypted',
      undefined,
    ],
    ['a PNG', png, 'file.notATable', 'png'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\n'), 'file.notATable', 'pdf'],
    [
      'a web page saved as Excel',
      Buffer.from('<html><table><tr><td>NIP</td></tr></table>'),
      'file.notATable',
      'html',
    ],
    ['JSON', Buffer.from('[{"nip":"1"}]'), 'file.notATable', 'json'],
    ['RTF', Buffer.from('{\\rtf1 nip}'), 'file.notATable', 'rtf'],
    ['random bytes', Buffer.from([1, 2, 3, 0, 5, 0, 0, 9, 200]), 'file.notATable', 'unknown'],
    ['text with zero bytes', Buffer.from('nip;nama\n1;\u0000\u0000Arga\n'), 'file.notATable', 'unknown'],
  ])('refuses %s behind a right name', async (_, head, code, detected) => {
    const refusal = expect(sniffTable(head, 'peserta.xlsx')).rejects;
    await refusal.toMatchObject({ code, details: { filename: 'peserta.xlsx', detected } });
  });

  it.each([
    [
      'an OpenDocument sheet',
      { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' },
    ],
    ['a zip of pictures', { 'foto/1.png': png, 'foto/2.png': png }],
  ])('refuses %s', async (name, parts) => {
    const path = folder.file(`${name}.xlsx`);
    await writeZip(path, parts);
    await expect(sniffTable(await readFile(path), name)).rejects.toMatchObject({ code: 'file.notATable' });
  });
});
