import type { Wording } from '../platform/locale.types.js';
import type { EnrolmentState } from './enrolment.types.js';

export const enrolmentStateLabels: Readonly<Record<EnrolmentState, Wording>> = {
  nominated: { id: 'Diusulkan', en: 'Nominated' },
  approved: { id: 'Disetujui', en: 'Approved' },
  waitlisted: { id: 'Cadangan', en: 'On the waiting list' },
  offered: { id: 'Ditawari kursi', en: 'Offered a seat' },
  accepted: { id: 'Diterima', en: 'Accepted' },
  rejected: { id: 'Ditolak', en: 'Rejected' },
  withdrawn: { id: 'Mengundurkan diri', en: 'Withdrawn' },
};
