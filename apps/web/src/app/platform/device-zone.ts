import { type Zone, zones } from '@jenjang/shared/platform';

const byHoursAhead: Readonly<Record<number, Zone>> = {
  7: 'Asia/Jakarta',
  8: 'Asia/Makassar',
  9: 'Asia/Jayapura',
};

/** The zone this device is in, for times that belong to no place, such as sign-ins. WIB outside Indonesia. */
export function deviceZone(): Zone {
  const named = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const hoursAhead = -new Date().getTimezoneOffset() / 60;
  return zones.find((zone) => zone === named) ?? byHoursAhead[hoursAhead] ?? 'Asia/Jakarta';
}
