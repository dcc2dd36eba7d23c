import type { Wording } from '../platform/locale.types.js';
import type { CheckInWay, FlagKind } from './checkin.types.js';

export const flagLabels: Readonly<Record<FlagKind, Wording>> = {
  outside_radius: { id: 'Di luar radius', en: 'Outside the radius' },
  shared_device: { id: 'Satu perangkat, beberapa orang', en: 'One device, several people' },
  clock_drift: { id: 'Jam perangkat menyimpang', en: 'Clock of the device is off' },
  odd_place: { id: 'Lokasi tidak pasti', en: 'Place is uncertain' },
  sent_later: { id: 'Terkirim belakangan', en: 'Sent later' },
};

export const checkInWayLabels: Readonly<Record<CheckInWay, Wording>> = {
  code: { id: 'QR dan enam angka', en: 'QR and six digits' },
  card: { id: 'Kartu peserta', en: 'Participant card' },
  kiosk: { id: 'Kios', en: 'Kiosk' },
  self: { id: 'Tombol tanpa kode', en: 'Button without a code' },
};
