import { formatTime } from '../platform/dates.rules.js';
import type { Wording, Zone } from '../platform/locale.types.js';
import type { DeviceOutcome } from './kiosk.types.js';

export const deviceOutcomeLabels: Readonly<Record<DeviceOutcome | 'refused', Wording>> = {
  new: { id: 'Baru', en: 'New' },
  equal: { id: 'Sama', en: 'Same' },
  conflicting: { id: 'Bertentangan', en: 'Conflicting' },
  correction: { id: 'Koreksi menunggu', en: 'Correction waiting' },
  noted: { id: 'Tamu dicatat', en: 'Walk-in noted' },
  refused: { id: 'Ditolak', en: 'Refused' },
};

/** Reason written with a mark of a device, in the language of the record. */
export function offlineReason(deviceName: string, seenAt: string, zone: Zone): string {
  return `Kios ${deviceName}, ${formatTime(seenAt, zone)}`;
}
