import type { Wording } from '../platform/locale.types.js';
import type { MatchKind, ReportKind, ReportOutcome } from './report.types.js';

export const reportKindLabels: Readonly<Record<ReportKind, Wording>> = {
  zoom: { id: 'Laporan Zoom', en: 'Zoom report' },
  meet: { id: 'Laporan Google Meet', en: 'Google Meet report' },
  teams: { id: 'Laporan Microsoft Teams', en: 'Microsoft Teams report' },
  table: { id: 'Tabel kehadiran', en: 'Attendance table' },
};

export const matchLabels: Readonly<Record<MatchKind, Wording>> = {
  email: { id: 'Surel cocok', en: 'Same e-mail' },
  nip: { id: 'NIP cocok', en: 'Same NIP' },
  name: { id: 'Nama cocok', en: 'Same name' },
  similar: { id: 'Nama mirip, periksa', en: 'Similar name, check' },
  chosen: { id: 'Dipilih', en: 'Chosen' },
};

export const reportOutcomeLabels: Readonly<Record<ReportOutcome, Wording>> = {
  new: { id: 'Ditandai', en: 'Marked' },
  same: { id: 'Sudah sama', en: 'The same already' },
  replaces: { id: 'Mengganti tanda', en: 'Replaces the mark' },
  kept: { id: 'Tanda yang ada dipertahankan', en: 'The mark there stays' },
};
