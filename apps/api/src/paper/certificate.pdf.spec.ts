import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CertificateSnapshot } from '@jenjang/shared';
import { renderCertificate } from './certificate.pdf.js';
import { aSignatory, aSnapshot, aSnapshotFor } from './certificate.pdf-snapshot.builder.js';

const debianPackages: Readonly<Record<string, string>> = {
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
  zbarimg: 'zbar-tools',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a checking tool; a machine without it must fail, not pass unchecked. */
function run(tool: string, ...args: string[]): string {
  const { error, status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (error) throw new Error(`${tool} is missing: apt-get install ${debianPackages[tool]}`, { cause: error });
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

async function draw(snapshot: CertificateSnapshot): Promise<string> {
  const file = join(folder, `${createHash('sha256').update(JSON.stringify(snapshot)).digest('hex')}.pdf`);
  await writeFile(file, await renderCertificate(snapshot));
  return file;
}

const textOf = (file: string) => run('pdftotext', '-layout', file, '-');
const squeezed = (text: string) => text.replace(/\s+/g, '');
/** In reading order, for facts that run over two lines. */
const flowOf = (file: string) => squeezed(run('pdftotext', file, '-'));
const objectsOf = (file: string) => run('qpdf', '--json=2', '--json-key=qpdf', file);
const pagesOf = (file: string) => Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', file))?.[1]);

interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** On one line, and one begins before the other ends. */
const collide = (one: Box, other: Box): boolean =>
  Math.abs(one.bottom - other.bottom) < 1 && one.left < other.right - 0.5 && other.left < one.right - 0.5;

/** The boxes of all words, page by page, in points from the upper left corner. */
function wordsOf(file: string) {
  const pages = run('pdftotext', '-bbox', file, '-').split('<page').slice(1);
  return pages.map((page) =>
    [
      ...page.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/g),
    ].map(([, left, , right, bottom, text]) => ({
      text,
      left: Number(left),
      right: Number(right),
      bottom: Number(bottom),
    })),
  );
}

const longName =
  'Prof. Dr. dr. Hj. Anjani Kirana Kenanga Bentala Larasati Juwita Pualam Gerimis, S.Ked., Sp.PD-KEMD., M.Kes., M.A.P., Ph.D.'.slice(
    0,
    120,
  );
const manyRows = Array.from({ length: 60 }, (_, at) => ({
  title: `Materi nomor ${at + 1}`,
  lessonHours: 0.5,
}));

describe('renderCertificate', () => {
  it('prints every fact of the first page', async () => {
    const text = textOf(await draw(aSnapshot()));
    for (const fact of [
      'SERTIFIKAT',
      'Nomor 800.1.4/0007/DLA.03/BKPSDM/2024',
      'Pemerintah Kota Contoh Raya',
      'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
      'Kementerian Komunikasi Contoh',
      'Mitra Awan',
      'Dr. Arga Cemara, S.T., M.Si.',
      'NIP 19860917 201001 1 901',
      'Penata Tingkat I (III/d)',
      'Kepala Bidang Aplikasi Informatika, Dinas Komunikasi dan Informatika, Pemerintah Kota Contoh Raya',
      'LULUS',
      'Kepemimpinan Digital',
      'DLA Contoh Raya 2024',
      'Angkatan III',
      'Kelas A',
      '9 September – 1 Oktober 2024',
      'Hotel Ulin, Contoh Raya',
      '40 (empat puluh) JP',
      'Sangat Memuaskan',
      '2 Oktober 2029',
      'Contoh Raya, 2 Oktober 2024',
      'Dra. Hj. Melati Embun, M.M.',
      'Pembina Utama Muda (IV/c)',
      'NIP 19700101 199503 2 901',
      '7K3M-9QXT-2FHA-VB5N-9X',
      'cek.contoh.example',
    ])
      expect(text).toContain(fact);
  });

  it('prints the transcript, its sum, the attendance and how to check in two languages', async () => {
    const text = textOf(await draw(aSnapshot()));
    expect(text).toMatch(/1\s+Arah kebijakan transformasi digital\s+12\b/);
    expect(text).toMatch(/2\s+Tata kelola data\s+10,5/);
    expect(text).toMatch(/Jumlah\s+40\b/);
    for (const fact of [
      '38 dari 40 JP (95%)',
      'DLA, versi 2',
      'Cara memeriksa',
      'How to verify',
      'Halaman 2 dari 2',
    ]) {
      expect(text).toContain(fact);
    }
  });

  it('keeps birth date and score off the paper', async () => {
    const text = textOf(await draw(aSnapshotFor({ nipPrinted: '•••••••••••••••901' })));
    expect(text).toContain('NIP •••••••••••••••901');
    for (const secret of ['1986', 'Contoh Ulu', '91,25', '91.25']) expect(text).not.toContain(secret);
  });

  it('speaks of attendance, not of graduation, where that is what was reached', async () => {
    const text = textOf(await draw(aSnapshot({ kind: 'attendance', outcome: 'attended', predicate: null })));
    expect(text).toContain('TELAH MENGIKUTI');
    expect(text).not.toMatch(/LULUS|Predikat/);
  });

  it('prints no NIP line for a holder without one, and NI PPPK for a PPPK', async () => {
    const bare = { nip: null, nipPrinted: null, rankPrinted: null, employmentKind: 'NON_ASN' as const };
    const text = textOf(
      await draw({ ...aSnapshotFor(bare), signatories: [aSignatory({ nip: null, rank: null })] }),
    );
    expect(text).not.toMatch(/\bNIP?\b/);
    expect(textOf(await draw(aSnapshotFor({ employmentKind: 'PPPK' })))).toContain(
      'NI PPPK 19860917 201001 1 901',
    );
  });

  it.each([
    ['120 characters with titles', longName],
    ['one word of 120 letters', 'W'.repeat(120)],
    ['one letter', 'X'],
    ['Arabic-origin spelling', 'Ḥasan ʿAbdul-Ghanī, S.Pd.I.'],
  ])('prints a name of %s whole', async (_, name) => {
    const file = await draw(aSnapshotFor({ name }));
    expect(flowOf(file)).toContain(squeezed(name).replace('ʿ', '‘'));
    expect(pagesOf(file)).toBe(2);
  });

  it('marks what it cannot print, says so, and still speaks the true name', async () => {
    const file = await draw(aSnapshotFor({ name: '张伟 Melati 🌸' }));
    expect(textOf(file)).toContain('¿¿ Melati ¿');
    expect(flowOf(file)).toContain(
      squeezed('Tanda ¿ menggantikan aksara yang tidak dapat dicetak: U+5F20, U+4F1F, U+1F338.'),
    );
    expect(objectsOf(file)).toContain('"/ActualText": "u:张伟 Melati 🌸"');
  });

  it.each([1, 2, 3, 4])('has room for %i signatories', async (count) => {
    const signatories = Array.from({ length: count }, (_, at) =>
      aSignatory({ name: `Penanda Embun ${at + 1}` }),
    );
    const text = textOf(await draw(aSnapshot({ signatories })));
    for (const { name } of signatories) expect(text).toContain(name);
  });

  it('runs a long transcript on to further pages and sums it once', async () => {
    const file = await draw(aSnapshot({ transcript: manyRows }));
    const text = textOf(file);
    expect(pagesOf(file)).toBeGreaterThan(2);
    for (const { title } of manyRows) expect(text).toMatch(new RegExp(`${title}\\b`));
    expect(text.match(/Jumlah\s+30\b/g)).toHaveLength(1);
  });
});

describe('the page', () => {
  const repeated = (words: string, length: number) => `${words} `.repeat(length).slice(0, length).trim();
  const signatory = aSignatory({
    name: repeated('Prof. Melati Embun', 90),
    position: repeated('Kepala Badan Pengembangan', 160),
    rank: repeated('Pembina Utama', 60),
  });

  it.each([
    ['ordinary facts', aSnapshot()],
    [
      'the longest of everything',
      aSnapshot({
        ...aSnapshotFor({
          name: longName,
          positionName: repeated('Kepala Bidang', 200),
          opdName: repeated('Dinas Ulin', 200),
        }),
        heading: 'SURAT TANDA TAMAT PENDIDIKAN DAN PELATIHAN KEPEMIMPINAN ADMINISTRATOR',
        number: repeated('800.1.4/0007/DLA.03', 100),
        issuer: repeated('Badan Kepegawaian', 200),
        partners: [1, 2, 3, 4].map(() => repeated('Kementerian Contoh', 120)),
        programme: {
          ...aSnapshot().programme,
          name: repeated('Kepemimpinan Digital', 250),
          academy: repeated('Akademi', 120),
        },
        cohort: {
          ...aSnapshot().cohort,
          name: repeated('Angkatan', 150),
          venueName: repeated('Hotel Ulin', 150),
        },
        lessonHours: 777.75,
        signatories: [signatory, signatory, signatory, signatory],
        verifyUrl: `https://${'sertifikat.'.repeat(7)}contoh.example/c/7K3M9QXT2FHAVB5N9X`,
      }),
    ],
  ])('sets no word on another and none on the frame, with %s', async (_, snapshot) => {
    for (const words of wordsOf(await draw(snapshot))) {
      expect(words.length).toBeGreaterThan(20);
      expect(words.filter(({ left, right, bottom }) => left < 50 || right > 792 || bottom > 562)).toEqual([]);
      expect(words.filter((word, at) => words.slice(0, at).some((other) => collide(word, other)))).toEqual(
        [],
      );
    }
  });
});

describe('the file', () => {
  it.each([
    ['plain', aSnapshot()],
    [
      'four signatories and partners',
      aSnapshot({ signatories: [1, 2, 3, 4].map(() => aSignatory()), partners: ['A', 'B', 'C', 'D'] }),
    ],
    ['several transcript pages', aSnapshot({ transcript: manyRows })],
  ])('is sound, small, tagged and carries its fonts: %s', async (_, snapshot) => {
    const file = await draw(snapshot);
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
    const fonts = run('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts).toHaveLength(2);
    for (const font of fonts)
      expect(font).toMatch(/PublicSans-\w+\s+CID TrueType\s+Identity-H\s+yes yes yes/);
    const info = run('pdfinfo', file);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Page size:\s+841.89 x 595.28 pts \(A4\)/);
    expect(Number(/File size:\s+(\d+)/.exec(info)?.[1])).toBeLessThan(400_000);
  });

  it('names language, title and level, and describes its pictures and table', async () => {
    const file = await draw(aSnapshot());
    expect(objectsOf(file)).toContain('"/Lang": "u:id-ID"');
    expect(run('pdfinfo', file)).toMatch(/Title:\s+SERTIFIKAT Dr\. Arga Cemara, S\.T\., M\.Si\., nomor 800/);
    expect(run('pdfinfo', '-meta', file)).toMatch(/<pdfaid:part>2<.*\s+<pdfaid:conformance>B</);
    const structure = run('pdfinfo', '-struct', file);
    for (const part of ['Document', 'H1', 'Table', 'TR', 'TH', 'TD', 'Figure'])
      expect(structure).toContain(part);
    expect(objectsOf(file)).toContain(
      '"/Alt": "u:Kode QR ke laman pemeriksaan https://cek.contoh.example/c/7K3M9QXT2FHAVB5N9X',
    );
  });

  it('keeps its metadata well-formed whatever the name', async () => {
    const meta = run('pdfinfo', '-meta', await draw(aSnapshotFor({ name: 'Arga </rdf:li> & Cemara' })));
    expect(meta).toContain('Arga ‹/rdf:li› + Cemara');
    expect(meta.match(/<\/rdf:li>/g)).toHaveLength(3);
  });

  it.each([
    'https://cek.contoh.example/c/7K3M9QXT2FHAVB5N9X',
    'http://localhost:3000/c/7K3M9QXT2FHAVB5N9X',
    'https://sertifikat.bkpsdm.pemerintah-kota-contoh-raya.example/c/7K3M9QXT2FHAVB5N9X',
  ])('shows a QR code that a scan at 150 dots per inch reads: %s', async (verifyUrl) => {
    const file = await draw(aSnapshot({ verifyUrl }));
    run('pdftoppm', '-r', '150', '-png', '-singlefile', file, file);
    expect(run('zbarimg', '-q', '--raw', `${file}.png`).trim()).toBe(verifyUrl.toUpperCase());
  });
});
