import { signedText, type DeviceMark, type SignedMark } from '@jenjang/shared/kiosk';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A key pair of which only the public half can leave this browser. */
export async function makeKeys(): Promise<{ readonly privateKey: CryptoKey; readonly publicKey: string }> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  return { privateKey, publicKey: base64(await crypto.subtle.exportKey('spki', publicKey)) };
}

/** The word with the signature of the device. */
export async function signMark(key: CryptoKey, deviceId: string, mark: DeviceMark): Promise<SignedMark> {
  const text = new TextEncoder().encode(signedText(deviceId, mark));
  return { ...mark, signature: base64(await crypto.subtle.sign(signing, key, text)) };
}

/** SHA-256 in hex. */
export async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
