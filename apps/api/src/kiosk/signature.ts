import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { signedText, type DeviceMark } from '@jenjang/shared';

/** The public key of a device from its SPKI bytes; null unless it is ECDSA on P-256. */
export function readPublicKey(spki: Buffer): KeyObject | null {
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch {
    return null;
  }
}

/** Whether the device that holds the other half of the key said exactly this. Browsers sign as r and s side by side. */
export function saidBy(key: KeyObject, deviceId: string, mark: DeviceMark, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  return bytes.length === 64 && verify('sha256', Buffer.from(signedText(deviceId, mark)), { key, dsaEncoding: 'ieee-p1363' }, bytes);
}
