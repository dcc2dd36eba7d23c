import { formatDate, type DocumentPerson, type DocumentSession, type DocumentSnapshot, type Orientation } from '@jenjang/shared';
import type { Pen } from '../paper/index.js';
import { drawFacts, drawFoot, drawHeading, drawLetterhead, drawSignature, margin, signatureHeight, sizes, styles, type Sheet } from './sheet.pdf-page.js';
import { cellStyle, drawTable, headHeight, measureRows, paginate, quietStyle, type CellText, type Column, type MeasuredRow, type Table } from './sheet.pdf-table.js';
import { cohortLine, sessionFacts, whenAndWhere, type Fact } from './sheet.wording.js';

const strong = { ...cellStyle, weight: 'semibold' } as const;
const bottomMargin = 56;

const nameTexts = ({ name, nip }: DocumentPerson): readonly CellText[] => [{ text: name, style: strong }, ...(nip ? [{ text: nip, style: quietStyle }] : [])];
const officeTexts = ({ position, office }: Pick<DocumentPerson, 'position' | 'office'>): readonly CellText[] => [...(position ? [{ text: position }] : []), ...(office ? [{ text: office, style: quietStyle }] : [])];
const numberColumn: Column<DocumentPerson> = { heading: 'No.', share: 0.08, texts: (_person, index) => [{ text: `${String(index + 1)}.` }] };

const listColumns: readonly Column<DocumentPerson>[] = [
  numberColumn,
  { heading: 'Nama / NIP', share: 0.33, texts: nameTexts },
  { heading: 'Pangkat / golongan', share: 0.2, texts: ({ rank }) => (rank ? [{ text: rank }] : []) },
  { heading: 'Jabatan / unit kerja', share: 0.39, texts: officeTexts },
];

/** Boxes are signed in turn left and right, so that neighbours do not meet. */
const signColumn: Column<DocumentPerson> = { heading: 'Tanda tangan', share: 0.27, texts: (_person, index) => [{ text: `${String(index + 1)}.`, style: quietStyle, indent: index % 2 === 0 ? 0 : 0.45 }] };
const signedColumns: readonly Column<DocumentPerson>[] = [
  numberColumn,
  { heading: 'Nama / NIP', share: 0.33, texts: nameTexts },
  { heading: 'Jabatan / unit kerja', share: 0.32, texts: ({ position, opd, office }) => officeTexts({ position, office: opd ?? office }) },
  signColumn,
];

/** What a list of people says above its table, on every page. */
interface ListHead {
  readonly heading: string;
  readonly number: string | null;
  readonly facts: readonly Fact[];
  readonly reference: string;
  readonly signed: boolean;
}

/** The participants of a cohort or a class. */
export function listSheets(pen: Pen, snapshot: DocumentSnapshot): readonly Sheet[] {
  const facts: readonly Fact[] = [['Program', snapshot.programme], ['Angkatan', cohortLine(snapshot)], ['Pelaksanaan', whenAndWhere(snapshot.cohort)], ['Jumlah', `${String(snapshot.people.length)} orang`]];
  return tableSheets(pen, snapshot, snapshot.people, { heading: 'DAFTAR PESERTA', number: snapshot.number, facts, reference: `Daftar peserta ${snapshot.number ?? ''}`, signed: false });
}

/** The names behind a joint letter. */
export function attachmentSheets(pen: Pen, snapshot: DocumentSnapshot): readonly Sheet[] {
  const facts: readonly Fact[] = [['Surat tugas', `${snapshot.number ?? ''}, ${formatDate(snapshot.issuedOn, 'id')}`], ['Kegiatan', `${snapshot.programme}, ${cohortLine(snapshot)}`], ['Pelaksanaan', whenAndWhere(snapshot.cohort)]];
  return tableSheets(pen, snapshot, snapshot.people, { heading: 'LAMPIRAN SURAT TUGAS', number: null, facts, reference: `Lampiran surat tugas ${snapshot.number ?? ''}`, signed: false });
}

/** One bundle per session, each with pages of its own: they are handed out and filed apart. */
export function attendanceSheets(pen: Pen, snapshot: DocumentSnapshot): readonly Sheet[] {
  return snapshot.sessions.flatMap((session) => {
    const people = session.expected.flatMap((at) => snapshot.people[at] ?? []);
    return tableSheets(pen, snapshot, people, { heading: 'DAFTAR HADIR', number: snapshot.number, facts: attendanceFacts(snapshot, session), reference: `Daftar hadir ${session.title}, ${snapshot.number ?? ''}`, signed: true });
  });
}

function attendanceFacts(snapshot: DocumentSnapshot, session: DocumentSession): readonly Fact[] {
  return [['Kegiatan', `${snapshot.programme}, ${cohortLine(snapshot)}`], ...sessionFacts(session)];
}

function tableSheets(pen: Pen, snapshot: DocumentSnapshot, people: readonly DocumentPerson[], head: ListHead): readonly Sheet[] {
  const { orientation } = snapshot;
  const { width, height } = sizes[orientation];
  const table: Table<DocumentPerson> = { columns: head.signed ? signedColumns : listColumns, width: width - 2 * margin, rowHeight: head.signed ? 34 : 22 };
  const top = headBottom(pen, snapshot, head, orientation);
  const pages = paginate(measureRows(pen, table, people), height - bottomMargin - top - headHeight, signatureHeight);
  return pages.map((rows, at) => ({ orientation, draw: (on) => drawPage(on, snapshot, head, { table, rows, page: at + 1, of: pages.length }) }));
}

/** Where the table begins: measured as it will be drawn. */
function headBottom(pen: Pen, { agency, issuer }: DocumentSnapshot, { facts, number }: ListHead, orientation: Orientation): number {
  const lines = facts.reduce((sum, [, value]) => sum + pen.wrap(value, sizes[orientation].width - 2 * margin - 106, styles.text).length, 0);
  return (issuer === agency.name ? 102 : 118) + (number === null ? 22 : 38) + lines * 14 + facts.length * 2 + 2;
}

interface TablePage {
  readonly table: Table<DocumentPerson>;
  readonly rows: readonly MeasuredRow[];
  readonly page: number;
  readonly of: number;
}

function drawPage(pen: Pen, snapshot: DocumentSnapshot, head: ListHead, { table, rows, page, of }: TablePage): void {
  const { orientation } = snapshot;
  const { width } = sizes[orientation];
  const heading = drawHeading(pen, head.heading, head.number, drawLetterhead(pen, snapshot, orientation), width);
  const top = drawFacts(pen, head.facts, margin, heading, width - 2 * margin) - 8;
  const bottom = rows.length > 0 ? drawTable(pen, table, rows, top) : top;
  if (page === of) drawSignature(pen, snapshot, bottom + 22, width);
  drawFoot(pen, { reference: head.reference, page, of }, orientation);
}
