import { Injectable } from '@nestjs/common';
import { Refusal, type ChangeVenueRequest, type FieldProblem, type Page, type VenueQuery, type VenueRequest, type VenueView } from '@jenjang/shared';
import { Database, HttpProblem, Missing, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { deleteVenue, insertVenue, isAgency, loadVenues, lockVenue, replaceRooms, roomsInUse, updateVenue, type LockedVenue } from './venue.queries.js';

/** Places where sessions are held, kept by the organisers of their agency. */
@Injectable()
export class VenueService {
  constructor(private readonly db: Database) {}

  list(actor: Actor, query: VenueQuery): Promise<Page<VenueView>> {
    return loadVenues(this.db, actor, query);
  }

  async add(actor: Actor, request: VenueRequest): Promise<{ id: string }> {
    return this.db.transaction(actor, async (tx) => {
      requireAccess(actor, 'cohort.manage', { agencyId: request.agencyId }, { kind: 'agency', id: request.agencyId });
      if (!(await isAgency(tx, request.agencyId))) throw new Missing('agency', request.agencyId);
      requireWhole(request);
      const id = await insertVenue(tx, request);
      await replaceRooms(tx, id, request.rooms);
      return { id };
    });
  }

  async change(actor: Actor, id: string, request: ChangeVenueRequest): Promise<void> {
    await this.onVenue(actor, id, async (tx, stored) => {
      if (request.version !== stored.version) throw new Refusal('conflict.stale', { stored, given: request });
      requireWhole(request, stored);
      const [used] = await roomsInUse(tx, id, request.rooms.flatMap((room) => room.id ?? []));
      if (used) throw new Refusal('room.inUse', { ...used }, [{ path: 'rooms', code: 'room.inUse', value: used.name }]);
      await updateVenue(tx, id, request);
      await replaceRooms(tx, id, request.rooms);
    });
  }

  /** @throws Refusal venue.inUse when sessions are or were held there: then it is deactivated instead. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.onVenue(actor, id, async (tx, { sessions }) => {
      if (sessions > 0) throw new Refusal('venue.inUse', { count: sessions });
      await deleteVenue(tx, id);
    });
  }

  private async onVenue(actor: Actor, id: string, work: (tx: Transaction, venue: LockedVenue) => Promise<void>): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const venue = await lockVenue(tx, id);
      if (!venue) throw new Missing('venue', id);
      requireAccess(actor, 'cohort.manage', { agencyId: venue.agencyId }, { kind: 'venue', id });
      await work(tx, venue);
    });
  }
}

/** @throws HttpProblem 400 beside the fields that do not fit together. */
function requireWhole(request: VenueRequest, stored?: LockedVenue): void {
  const { latitude, longitude, radiusM, rooms, agencyId } = request;
  const names = rooms.map(({ name }) => name.toLowerCase());
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  const problems: FieldProblem[] = [
    ...((latitude === null) === (longitude === null) ? [] : [{ path: latitude === null ? 'latitude' : 'longitude', code: 'venue.pointWhole' }]),
    ...(radiusM !== null && latitude === null ? [{ path: 'radiusM', code: 'venue.radiusAroundPoint', value: radiusM }] : []),
    ...(twice < 0 ? [] : [{ path: `rooms.${String(twice)}.name`, code: 'room.nameTwice', value: rooms[twice]?.name }]),
    ...(stored && stored.agencyId !== agencyId ? [{ path: 'agencyId', code: 'venue.agencyFixed' }] : []),
  ];
  if (problems.length > 0) throw new HttpProblem(400, 'input.invalid', {}, problems);
}
