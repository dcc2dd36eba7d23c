import { Service, computed, inject, signal } from '@angular/core';
import { cardText, parseCard } from '@jenjang/shared/document';
import type { DeviceMark, DevicePack, PrepareDeviceRequest } from '@jenjang/shared/kiosk';
import { DeviceClock, browserClocks } from './device-clock';
import { DeviceApi } from './device-api';
import { DeviceDisk } from './device-disk';
import { makeKeys, sha256, signMark } from './device-key';
import { lastWords, rosterOf, tallyOf } from './device.rules';
import type { CardReading, KeptDevice, KeptMark } from './device.types';

/** What a word says besides its time: the device adds that and signs. */
type Saying = Pick<DeviceMark, 'sessionId' | 'kind' | 'enrolmentId' | 'how' | 'note'>;

/** This browser as a kiosk: whom it knows, what it said. Everything is on the disk before it is shown. */
@Service()
export class DeviceStore {
  private readonly api = inject(DeviceApi);
  readonly disk = new DeviceDisk();
  private readonly current = signal<KeptDevice | null>(null);
  private readonly known = signal<DevicePack | null>(null);
  private readonly said = signal<readonly KeptMark[]>([]);
  private saying: Promise<unknown> = Promise.resolve();

  readonly device = this.current.asReadonly();
  readonly pack = this.known.asReadonly();
  readonly marks = this.said.asReadonly();
  readonly tally = computed(() => tallyOf(this.said()));
  clock = new DeviceClock(browserClocks, 0);

  /** Reads the disk; after the day of the sessions the names go. */
  async open(): Promise<void> {
    const { device, pack, marks } = await this.disk.read();
    this.clock = new DeviceClock(browserClocks, device?.drift ?? 0);
    this.show(device, pack, marks);
    if (device !== null && this.clock.serverNow() > Date.parse(device.keepUntil)) await this.wipeNames();
  }

  /** Makes a key, tells the server, and takes along what the day needs. @throws AppProblem in words. */
  async prepare(request: Pick<PrepareDeviceRequest, 'name' | 'sessionIds'>): Promise<void> {
    const { privateKey, publicKey } = await makeKeys();
    const { id } = await this.api.prepare({ ...request, publicKey });
    const device = { id, name: request.name, privateKey, keepUntil: '', drift: 0 };
    if ('storage' in navigator) await navigator.storage.persist().catch(() => false);
    await this.takeAlong(device);
  }

  /** Fetches the pack anew: people may have come to the list since. */
  async refresh(): Promise<void> {
    const device = this.current();
    if (device !== null) await this.takeAlong(device);
  }

  /** Says that somebody is there; a second time changes nothing. @returns the word, null when it was said already. */
  see(sessionId: string, enrolmentId: string, how: DeviceMark['how']): Promise<KeptMark | null> {
    return this.inTurn(async () => {
      if (lastWords(this.said(), sessionId).get(enrolmentId)?.kind === 'seen') return null;
      return this.say({ sessionId, kind: 'seen', enrolmentId, how, note: '' });
    });
  }

  /** Reads a card and says that its holder is there. */
  async seeCard(sessionId: string, text: string): Promise<CardReading> {
    const card = parseCard(text);
    const pack = this.known();
    if (card === null || pack === null) return { kind: 'noCard' };
    const person = rosterOf(pack, sessionId).find(({ enrolmentId }) => enrolmentId === card.enrolmentId);
    if (person === undefined) return { kind: 'notListed' };
    if ((await sha256(cardText(card))) !== person.cardHash) return { kind: 'notGenuine' };
    const word = await this.see(sessionId, person.enrolmentId, 'card');
    return { kind: word === null ? 'already' : 'marked', name: person.name };
  }

  /** Notes somebody who is on no list. */
  noteWalkIn(sessionId: string, note: string): Promise<KeptMark> {
    return this.inTurn(() => this.say({ sessionId, kind: 'walk_in', enrolmentId: null, how: 'tick', note }));
  }

  /** Takes a word back: as if never said while it never left, else by another word for a person to judge. */
  takeBack(id: string): Promise<void> {
    return this.inTurn(async () => {
      const mark = this.said().find((one) => one.id === id);
      if (mark === undefined || mark.kind === 'withdrawn') return;
      if (mark.attempted) {
        if (mark.kind === 'seen') await this.say({ ...mark, kind: 'withdrawn' });
        return;
      }
      await this.disk.dropMarks([id]);
      this.said.update((marks) => marks.filter((one) => one.id !== id));
    });
  }

  /** Notes what the sender learnt about words: that they left, or what became of them. */
  async learn(marks: readonly KeptMark[]): Promise<void> {
    await this.disk.keepMarks(marks);
    const learnt = new Map(marks.map((mark) => [mark.id, mark]));
    this.said.update((all) => all.map((mark) => learnt.get(mark.id) ?? mark));
  }

  /** Keeps the drift measured at the last contact, so that it holds after the browser was closed. */
  async keepDrift(): Promise<void> {
    const device = this.current();
    if (device === null) return;
    const kept = { ...device, drift: this.clock.drift };
    await this.disk.keepDevice(kept);
    this.current.set(kept);
  }

  /** Names and key go, what waits stays until it is sent. */
  async wipeNames(): Promise<void> {
    await this.disk.wipeNames();
    this.show(null, null, (await this.disk.read()).marks);
  }

  /** Everything of a device goes: it was revoked. What another key of this browser said stays. */
  async wipe(deviceId: string): Promise<void> {
    await this.disk.dropMarks(
      this.said()
        .filter((mark) => mark.deviceId === deviceId)
        .map(({ id }) => id),
    );
    if (this.current()?.id === deviceId) await this.disk.wipeNames();
    await this.open();
  }

  private async takeAlong(device: KeptDevice): Promise<void> {
    const pack = await this.clock.measure(
      () => this.api.pack(device.id),
      ({ serverNow }) => serverNow,
    );
    const kept = { ...device, keepUntil: pack.keepUntil, drift: this.clock.drift };
    await this.disk.keepPack(pack);
    await this.disk.keepDevice(kept);
    this.current.set(kept);
    this.known.set(pack);
  }

  private async say({ sessionId, kind, enrolmentId, how, note }: Saying): Promise<KeptMark> {
    const device = this.current();
    if (device === null) throw new Error('this device is not prepared');
    const mark = { id: crypto.randomUUID(), sessionId, kind, enrolmentId, how, note, ...this.clock.now() };
    const signed = await signMark(device.privateKey, device.id, mark);
    const place = (this.said().at(-1)?.place ?? 0) + 1;
    const kept = { ...signed, deviceId: device.id, place, attempted: false, answer: null };
    await this.disk.keepMarks([kept]);
    this.said.update((marks) => [...marks, kept]);
    return kept;
  }

  /** One word after the other, however quick the fingers. */
  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.saying.then(work);
    this.saying = turn.catch(() => null);
    return turn;
  }

  private show(device: KeptDevice | null, pack: DevicePack | null, marks: readonly KeptMark[]): void {
    this.current.set(device);
    this.known.set(pack);
    this.said.set(marks);
  }
}
