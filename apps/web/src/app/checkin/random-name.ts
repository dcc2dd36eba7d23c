import { deviceStorage } from '../platform/device-storage';

/** A random UUID; also on pages that came without encryption, where the browser's own maker is missing. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The name that this browser keeps, so that two people on one device are noticed. It says nothing else. */
export function deviceName(): string {
  const known = deviceStorage.read('device');
  if (known !== null && known.length >= 16) return known;
  const made = randomName();
  deviceStorage.write('device', made);
  return made;
}
