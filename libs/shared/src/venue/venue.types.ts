import type { Zone } from '../platform/locale.types.js';

/** A room of a venue. */
export interface RoomView {
  readonly id: string;
  readonly name: string;
  /** Null when unknown. */
  readonly capacity: number | null;
}

/** A place where sessions are held. */
export interface VenueView {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly zone: Zone;
  /** Degrees; both or neither. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Geofence in metres; null is off. */
  readonly radiusM: number | null;
  /** Whether it is offered for new sessions. */
  readonly active: boolean;
  readonly rooms: readonly RoomView[];
  /** Sessions that are or were held there. */
  readonly sessions: number;
  readonly version: number;
  readonly editable: boolean;
}

/** The place of one session as shown to those who go there. */
export interface SessionPlace {
  readonly name: string;
  readonly room: string | null;
  readonly address: string;
  readonly city: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}
