import { agencyId, idOf, insertRows } from '../demo-people/index.js';
import type { Transaction } from '../platform/index.js';

interface VenueStory {
  readonly name: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusM: number | null;
  /** Name and seats; the words that sessions use for the room. */
  readonly rooms: readonly (readonly [name: string, capacity: number, words: string])[];
}

const venues: readonly VenueStory[] = [
  {
    name: 'Balai Kota Samarinda', address: 'Jalan Kesuma Bangsa', latitude: -0.495, longitude: 117.1455, radiusM: 150,
    rooms: [['Ruang Rapat Utama', 60, 'Ruang Rapat Utama Balai Kota'], ['Ruang Arutala', 40, 'Ruang Arutala']],
  },
  { name: 'Kantor BKPSDM', address: 'Jalan Dahlia', latitude: -0.4901, longitude: 117.1472, radiusM: null, rooms: [['Aula', 80, 'Aula BKPSDM'], ['Kelas 1', 30, 'Kelas 1 BKPSDM']] },
];

/** The venue that is written last: with it all are there. */
export const lastVenue = idOf(`venue ${venues.at(-1)?.name ?? ''}`);

/** Places of Samarinda with their rooms, and the sessions to come that are held there. */
export async function writeVenues(tx: Transaction): Promise<void> {
  const rows = venues.map(({ rooms: _, ...venue }) => ({ ...venue, id: idOf(`venue ${venue.name}`), agencyId: agencyId('SMD'), city: 'Samarinda', zone: 'Asia/Makassar' }));
  const rooms = venues.flatMap((venue) => venue.rooms.map(([name, capacity, words], index) => (
    { id: idOf(`room ${venue.name} ${name}`), venueId: idOf(`venue ${venue.name}`), position: index + 1, name, capacity, words })));
  await insertRows(tx, 'venue', {
    id: 'uuid', agencyId: 'uuid', name: 'text', address: 'text', city: 'text', zone: 'text', latitude: 'numeric', longitude: 'numeric', radiusM: 'int',
  }, rows);
  await insertRows(tx, 'venue_room', { id: 'uuid', venueId: 'uuid', position: 'int', name: 'text', capacity: 'int' }, rooms);
  await tx.query(
    `update session s set venue_id = r."venueId", room_id = r.id, venue = ''
     from cohort c, jsonb_to_recordset($2::jsonb) as r (id uuid, "venueId" uuid, words text)
     where c.id = s.cohort_id and c.agency_id = $1 and s.venue = r.words and s.state = 'planned'`, [agencyId('SMD'), JSON.stringify(rooms)]);
}
