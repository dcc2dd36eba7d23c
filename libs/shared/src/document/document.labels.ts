import type { Wording } from '../platform/index.js';
import type { DocumentKind } from './document.types.js';

export const documentKindLabels: Readonly<Record<DocumentKind, Wording>> = {
  participant_letter: { id: 'Surat tugas peserta', en: 'Assignment letter, participants' },
  facilitator_letter: { id: 'Surat tugas fasilitator', en: 'Assignment letter, facilitators' },
  participant_list: { id: 'Daftar peserta', en: 'List of participants' },
  attendance_sheet: { id: 'Daftar hadir', en: 'Attendance sheet' },
  table_card: { id: 'Kartu meja', en: 'Table cards' },
  participant_card: { id: 'Kartu peserta', en: 'Participant cards' },
};
