import type { Wording } from '../platform/locale.types.js';
import type { LeaveKind } from './leave.types.js';

export const leaveKindLabels: Readonly<Record<LeaveKind, Wording>> = {
  annual: { id: 'Cuti tahunan', en: 'Annual leave' },
  long: { id: 'Cuti besar', en: 'Long leave' },
  sick: { id: 'Cuti sakit', en: 'Sick leave' },
  maternity: { id: 'Cuti melahirkan', en: 'Maternity leave' },
  important: { id: 'Cuti karena alasan penting', en: 'Leave for an important reason' },
  unpaid: { id: 'Cuti di luar tanggungan negara', en: 'Unpaid leave' },
};
