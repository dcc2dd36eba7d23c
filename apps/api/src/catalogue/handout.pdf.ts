import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

const require = createRequire(import.meta.url);
const face = (weight: string): string => require.resolve(`@expo-google-fonts/public-sans/${weight}/PublicSans_${weight}.ttf`);
const left = 56;
const width = 595.28 - 2 * left;

const questions: readonly (readonly [string, string, number])[] = [
  ['Masalah warga', 'Satu kalimat, dengan angka dan sumbernya.', 64],
  ['Keadaan sekarang', 'Langkah, waktu, pihak yang terlibat, data yang dipakai.', 88],
  ['Perubahan', 'Apa yang dihentikan, disambungkan, dibangun.', 88],
  ['Ukuran keberhasilan', 'Satu angka utama: keadaan awal, sasaran, tanggal pengukuran.', 64],
  ['Jadwal dan penanggung jawab', '3, 6, dan 12 bulan; nama orang, bukan nama bidang.', 88],
  ['Risiko', 'Sebab, peristiwa, akibat; pelindungan data pribadi.', 72],
  ['Dukungan yang diminta', 'Satu keputusan dari pimpinan kota.', 52],
];

/** The worksheet of the DLA action plan, one page A4. The same bytes each time: nothing in it depends on the day. */
export async function drawHandout(): Promise<Buffer> {
  const paper = new PDFDocument({
    size: 'A4', margin: left, lang: 'id-ID', tagged: true, displayTitle: true,
    info: { Title: 'Lembar kerja rencana aksi', Author: 'Jenjang', CreationDate: new Date(Date.UTC(2024, 0, 1)) },
  });
  const chunks: Buffer[] = [];
  paper.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((ready, fail) => paper.on('end', () => { ready(Buffer.concat(chunks)); }).on('error', fail));
  paper.registerFont('regular', face('400Regular')).registerFont('semibold', face('600SemiBold'));
  drawHead(paper);
  questions.reduce((top, question) => drawQuestion(paper, question, top), 168);
  paper.end();
  return whole;
}

function drawHead(paper: PDFKit.PDFDocument): void {
  paper.rect(left, 56, 48, 4).fill('#c98a0c');
  paper.fillColor('#12345b').font('semibold').fontSize(20).text('Lembar kerja rencana aksi', left, 70);
  paper.fillColor('#44546a').font('regular').fontSize(10).text('Digital Leadership Academy. Diisi bersama kelompok, paling banyak enam halaman dengan lampirannya.', left, 98, { width });
  paper.fontSize(10).text('Kelompok:', left, 130).text('Layanan:', left + 180, 130);
  paper.moveTo(left + 54, 142).lineTo(left + 168, 142).moveTo(left + 228, 142).lineTo(left + width, 142).lineWidth(0.6).stroke('#8a97a8');
}

/** Draws a question with room for its answer. @returns where the next one begins. */
function drawQuestion(paper: PDFKit.PDFDocument, [title, hint, room]: readonly [string, string, number], top: number): number {
  paper.fillColor('#12345b').font('semibold').fontSize(11).text(title, left, top, { continued: true });
  paper.fillColor('#44546a').font('regular').fontSize(9.5).text(`   ${hint}`);
  paper.roundedRect(left, top + 18, width, room - 30, 3).lineWidth(0.6).stroke('#8a97a8');
  return top + room + 4;
}
