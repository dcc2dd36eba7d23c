import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  addDays, instantAt, instantMs, localDate, Refusal, windowAround,
  type DevicePack, type DeviceQuery, type DeviceRow, type KioskSessionChoice, type PackPerson, type PackSession, type Page, type PrepareDeviceRequest, type RevokeDeviceRequest,
} from '@jenjang/shared';
import { cardPayload } from '../document/index.js';
import { Clock, CONFIG, Database, mayAt, Missing, OutOfReach, pageOf, requireAccess, type Actor, type Config } from '../platform/index.js';
import {
  deviceList, holdDevice, insertDevice, loadChoices, loadDevice, loadPeople, loadPlaces, loadSessions, revokeDevice, touchDevice, type HeldDevice, type PersonToPack, type SessionToPack,
} from './device.queries.js';
import { readPublicKey } from './signature.js';

const mostChoices = 100;
/** More would not fit a phone's memory nor a reader's patience. */
const mostPeople = 3_000;

/** Preparing devices, what they take along, and taking them out of use. */
@Injectable()
export class DeviceService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sessions of a day that the caller may take along. */
  choices(actor: Actor, on: string): Promise<KioskSessionChoice[]> {
    return loadChoices(this.db, actor, on, mostChoices);
  }

  async prepare(actor: Actor, { name, publicKey, sessionIds }: PrepareDeviceRequest): Promise<{ id: string }> {
    const sessions = await loadSessions(this.db, sessionIds);
    for (const id of sessionIds) if (!sessions.some((session) => session.id === id)) throw new Missing('session', id);
    for (const session of sessions) requireAccess(actor, 'attendance.mark', session, { kind: 'session', id: session.id });
    const spki = Buffer.from(publicKey, 'base64');
    if (!readPublicKey(spki)) throw new Refusal('kiosk.keyUnusable');
    const now = this.clock.now();
    const keepUntil = endOfDay(sessions, now.getTime());
    const id = await this.db.transaction(actor, (tx) => insertDevice(tx, { accountId: actor.accountId ?? '', name: name.trim(), publicKey: spki, keepUntil, now, sessionIds }));
    return { id };
  }

  /** Everything the device needs for its day. Only the account that prepared it may ask, and only while it may mark there. */
  async pack(actor: Actor, deviceId: string): Promise<DevicePack> {
    const device = await this.own(actor, deviceId);
    const places = await loadPlaces(this.db, deviceId);
    for (const place of places) requireAccess(actor, 'attendance.mark', place, { kind: 'session', id: place.sessionId });
    const sessionIds = places.map(({ sessionId }) => sessionId);
    const [sessions, people] = await Promise.all([loadSessions(this.db, sessionIds), loadPeople(this.db, sessionIds, mostPeople + 1)]);
    if (people.length > mostPeople) throw new Refusal('kiosk.tooManyPeople', { count: people.length, limit: mostPeople });
    const now = this.clock.now();
    await touchDevice(this.db, deviceId, now);
    return {
      device: { id: device.id, name: device.name }, keepUntil: device.keepUntil,
      sessions: sessions.filter(({ state }) => state !== 'cancelled').map(packed), people: people.map((person) => this.withCard(person)), serverNow: now.getTime(),
    };
  }

  list(actor: Actor, query: DeviceQuery): Promise<Page<DeviceRow>> {
    return pageOf<DeviceRow>(this.db, query, { ...deviceList(actor, query.cohortId), defaultSort: '-preparedAt' });
  }

  /** Takes a device out of use: by whoever prepared it, or may mark in a cohort it was prepared for. Revoking twice keeps the first. */
  async revoke(actor: Actor, deviceId: string, { reason }: RevokeDeviceRequest): Promise<void> {
    const places = await loadPlaces(this.db, deviceId);
    await this.db.transaction(actor, async (tx) => {
      const device = await holdDevice(tx, deviceId);
      if (!device) throw new Missing('device', deviceId);
      const reached = device.accountId === actor.accountId || places.some((place) => mayAt(actor, 'attendance.mark', place));
      if (!reached) throw new OutOfReach('attendance.mark', 'device', deviceId);
      await revokeDevice(tx, deviceId, actor, reason.trim(), this.clock.now());
    }, reason);
  }

  private async own(actor: Actor, deviceId: string): Promise<HeldDevice> {
    const device = await loadDevice(this.db, deviceId);
    return requireOwn(actor, device, deviceId);
  }

  private withCard(person: PersonToPack): PackPerson {
    return { ...person, cardHash: createHash('sha256').update(cardPayload(this.config.secretKey, person.enrolmentId)).digest('hex') };
  }
}

/** The device, when the caller prepared it and it is in use. @throws OutOfReach, or Refusal `kiosk.revoked` in words. */
export function requireOwn(actor: Actor, device: HeldDevice | null, deviceId: string): HeldDevice {
  if (!device) throw new Missing('device', deviceId);
  if (device.accountId !== actor.accountId) throw new OutOfReach('attendance.mark', 'device', deviceId);
  if (device.revokedAt !== null) throw new Refusal('kiosk.revoked', { name: device.name, revokedAt: device.revokedAt, reason: device.revokedReason });
  return device;
}

/** Until when names may be kept: midnight after the one local day of the sessions. */
function endOfDay(sessions: readonly SessionToPack[], now: number): string {
  const ended = sessions.find(({ state }) => state !== 'planned');
  if (ended) throw new Refusal('kiosk.sessionNotPlanned', { title: ended.title });
  const days = new Set(sessions.map(({ startsAt, zone }) => localDate(startsAt, zone)));
  if (days.size > 1) throw new Refusal('kiosk.severalDays');
  const last = Math.max(...sessions.flatMap(({ startsAt, endsAt, zone }) => [instantMs(instantAt(addDays(localDate(startsAt, zone), 1), '00:00', zone)), instantMs(endsAt)]));
  if (last <= now) throw new Refusal('kiosk.dayIsOver');
  return new Date(last).toISOString();
}

function packed({ agencyId: _agency, state: _state, lessonHours: _hours, opensAt, lateAfter, closesAt, ...session }: SessionToPack): PackSession {
  return { ...session, ...windowOf({ ...session, opensAt, lateAfter, closesAt }) };
}

/** When the session takes marks: as it was opened for check-in, else around its times. */
export function windowOf({ startsAt, endsAt, opensAt, lateAfter, closesAt }: Pick<SessionToPack, 'startsAt' | 'endsAt' | 'opensAt' | 'lateAfter' | 'closesAt'>): Pick<PackSession, 'opensAt' | 'lateAfter' | 'closesAt'> {
  if (opensAt === null || closesAt === null) return windowAround(instantMs(startsAt), instantMs(endsAt));
  return { opensAt: instantMs(opensAt), lateAfter: lateAfter === null ? null : instantMs(lateAfter), closesAt: instantMs(closesAt) };
}
