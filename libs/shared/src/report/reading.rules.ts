import { fold } from '../vocabulary/text.rules.js';
import { readMinutes, readMoment } from './moment.rules.js';
import type { MeetingReport, MeetingWindow, ReportKind, Visit } from './report.types.js';

type Column = 'name' | 'firstName' | 'lastName' | 'email' | 'joined' | 'left' | 'minutes';

/** Headings of Zoom, Meet and Teams in English and Indonesian, folded; what they begin with is enough. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  firstName: ['first name', 'nama depan'],
  lastName: ['last name', 'nama belakang'],
  name: ['name original name', 'full name', 'participant name', 'nama lengkap', 'nama peserta', 'nama pengguna', 'name', 'nama', 'names'],
  email: ['user email', 'email address', 'e mail', 'email', 'surel', 'alamat email'],
  joined: ['join time', 'first join', 'time joined', 'joined', 'first seen', 'waktu gabung', 'waktu bergabung', 'gabung pertama', 'bergabung'],
  left: ['leave time', 'last leave', 'time exited', 'left', 'last seen', 'waktu keluar', 'waktu tinggalkan', 'keluar terakhir', 'keluar'],
  minutes: ['total duration', 'in meeting duration', 'duration', 'minutes', 'durasi', 'menit', 'lama'],
};

type Columns = Readonly<Partial<Record<Column, number>>>;

/**
 * Reads the rows of a report: finds the heading, wherever a summary ends, and the lines below it. Another heading
 * ends them: Teams repeats everybody under its third section.
 */
export function readReport(rows: readonly (readonly string[])[], window: MeetingWindow): MeetingReport | null {
  const start = rows.findIndex((row) => isHeading(columnsOf(row)));
  const header = rows[start];
  if (header === undefined) return null;
  const columns = columnsOf(header);
  const body = rows.slice(start + 1);
  const end = body.findIndex((row) => isSectionTitle(row) || isHeading(columnsOf(row)));
  const lines = body.slice(0, end < 0 ? undefined : end).map((row, index) => ({ visit: visitOf(row, columns, window), number: start + 2 + index }));
  return {
    kind: kindOf(header, rows.slice(0, start)),
    visits: lines.flatMap(({ visit }) => (visit !== null && hasTime(visit) ? [visit] : [])),
    unread: lines.flatMap(({ visit, number }) => (visit !== null && !hasTime(visit) ? [number] : [])),
  };
}

function columnsOf(row: readonly string[]): Columns {
  const cells = row.map((cell) => fold(cell.replace(/^\uFEFF/, '')).trim());
  const found = Object.entries(headings).map(([column, words]) => [column, cells.findIndex((cell) => words.some((word) => cell === word || cell.startsWith(`${word} `)))] as const);
  return Object.fromEntries(found.filter(([, index]) => index >= 0));
}

/** Somebody's name and a time: no summary has both. */
function isHeading({ name, firstName, joined, minutes }: Columns): boolean {
  return (name !== undefined || firstName !== undefined) && (joined !== undefined || minutes !== undefined);
}

/** `3. In-Meeting Activities`: one cell that counts itself. */
function isSectionTitle(row: readonly string[]): boolean {
  return /^\d\.\s/.test(row[0] ?? '') && row.slice(1).every((cell) => cell.trim() === '');
}

function kindOf(header: readonly string[], before: readonly (readonly string[])[]): ReportKind {
  const words = fold(header.join('|'));
  if (words.includes('original name')) return 'zoom';
  if (words.includes('in meeting') || words.includes('upn') || before.some((row) => /^1\.\s/.test(row[0] ?? ''))) return 'teams';
  return words.includes('time exited') || words.includes('first seen') || words.includes('first name') || words.includes('nama depan') ? 'meet' : 'table';
}

function visitOf(row: readonly string[], columns: Columns, window: MeetingWindow): Visit | null {
  const cell = (column: Column): string => row[columns[column] ?? -1]?.trim() ?? '';
  const name = columns.firstName === undefined ? cell('name') : `${cell('firstName')} ${cell('lastName')}`.trim();
  if (name === '') return null;
  const email = cell('email').toLowerCase();
  return { name, email: email.includes('@') ? email : null, joinedMs: readMoment(cell('joined'), window), leftMs: readMoment(cell('left'), window), minutes: readMinutes(cell('minutes')) };
}

function hasTime({ joinedMs, leftMs, minutes }: Visit): boolean {
  return minutes !== null || (joinedMs !== null && leftMs !== null);
}
