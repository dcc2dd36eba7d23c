import type { DeviceMarkAnswer, SignedMark } from '@jenjang/shared/kiosk';

/** This browser as a prepared device. */
export interface KeptDevice {
  readonly id: string;
  readonly name: string;
  /** Cannot be read out, only used. */
  readonly privateKey: CryptoKey;
  /** ISO instant after which names are wiped. */
  readonly keepUntil: string;
  /** Milliseconds to add to the clock of the device, as measured at the last contact. */
  readonly drift: number;
}

/** A word of this device with what became of it. */
export interface KeptMark extends SignedMark {
  readonly deviceId: string;
  /** In the order in which they were said. */
  readonly place: number;
  /** Whether it was ever on its way: then only a person can take it back. */
  readonly attempted: boolean;
  /** What the server made of it; null while it waits. */
  readonly answer: Pick<DeviceMarkAnswer, 'outcome' | 'code'> | null;
}

/** What a scanned card turned out to be. */
export type CardReading =
  | { readonly kind: 'noCard' | 'notListed' | 'notGenuine' }
  | { readonly kind: 'marked' | 'already'; readonly name: string };
