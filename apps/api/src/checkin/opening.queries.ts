import type { CheckInSession, CheckInWay, Circle, OpeningRule, Zone } from '@jenjang/shared';
import { isoOf } from '../attendance/index.js';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';
import type { CodeSource } from './code.js';

/** A session with what was set for its check-in. */
export interface KnownSession {
  readonly sessionId: string;
  readonly title: string;
  readonly className: string | null;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly agencyId: string;
  readonly venue: string;
  readonly venuePlace: Circle | null;
  readonly session: CheckInSession;
  readonly opening: (OpeningRule & StoredOpening) | null;
}

/** What the rule of an opening does not need. */
interface StoredOpening {
  /** What the rotating code is made of. */
  readonly source: CodeSource;
  readonly geofence: boolean;
  readonly point: Circle | null;
  readonly openedBy: string | null;
  readonly version: number;
}

interface SessionRow {
  readonly sessionId: string;
  readonly title: string;
  readonly className: string | null;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly agencyId: string;
  readonly venue: string;
  readonly state: CheckInSession['state'];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: Zone;
  readonly lessonHours: number;
  readonly venueLatitude: number | null;
  readonly venueLongitude: number | null;
  readonly venueRadius: number | null;
  readonly opensAt: Date | null;
  readonly lateAfter: Date;
  readonly closesAt: Date;
  readonly outOpensAt: Date | null;
  readonly outClosesAt: Date | null;
  readonly stepSeconds: number;
  readonly ways: CheckInWay[];
  readonly geofence: boolean;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly radius: number | null;
  readonly secret: Buffer;
  readonly openedBy: string | null;
  readonly version: number;
}

const sessions = `
  select s.id as "sessionId", s.title, cc.name as "className", c.id as "cohortId", c.name as "cohortName", c.agency_id as "agencyId", coalesce(nullif(s.venue, ''), v.name, '') as venue,
         s.state, s.starts_at as "startsAt", s.ends_at as "endsAt", s.zone, s.lesson_hours as "lessonHours",
         v.latitude as "venueLatitude", v.longitude as "venueLongitude", v.radius_m as "venueRadius",
         o.opens_at as "opensAt", o.late_after as "lateAfter", o.closes_at as "closesAt", o.out_opens_at as "outOpensAt", o.out_closes_at as "outClosesAt",
         o.step_seconds as "stepSeconds", o.ways, o.geofence, o.latitude, o.longitude, o.radius_m as radius, o.secret, a.display_name as "openedBy", o.version
  from session s join cohort c on c.id = s.cohort_id left join cohort_class cc on cc.id = s.class_id left join venue v on v.id = s.venue_id
    left join check_in_opening o on o.session_id = s.id left join account a on a.id = o.opened_by`;

export async function loadKnownSession(db: Pick<Database, 'read'>, sessionId: string): Promise<KnownSession | null> {
  const [row] = await db.read<SessionRow>(`${sessions} where s.id = $1`, [sessionId]);
  return row ? known(row) : null;
}

/** The session with its opening, held until the transaction ends: two who open it at once wait for each other. */
export async function holdKnownSession(tx: Transaction, sessionId: string): Promise<KnownSession | null> {
  const [row] = await rowsOf<SessionRow>(tx, `${sessions} where s.id = $1 for no key update of s`, [sessionId]);
  return row ? known(row) : null;
}

/** Sessions of an agency whose check-in is open at an instant; at most two hundred. */
export async function loadOpenSessions(db: Database, agencyId: string, now: Date): Promise<KnownSession[]> {
  const rows = await db.read<SessionRow>(
    `${sessions} where c.agency_id = $1 and o.opens_at <= $2 and coalesce(o.out_closes_at, o.closes_at) >= $2 order by o.opens_at desc limit 200`, [agencyId, now]);
  return rows.map(known);
}

function known(row: SessionRow): KnownSession {
  const { sessionId, title, className, cohortId, cohortName, agencyId, venue, state, zone, lessonHours } = row;
  return {
    sessionId, title, className, cohortId, cohortName, agencyId, venue,
    venuePlace: circleOf(row.venueLatitude, row.venueLongitude, row.venueRadius),
    session: { state, startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime(), zone, lessonHours },
    opening: row.opensAt === null ? null : openingOf(row, row.opensAt),
  };
}

function openingOf(row: SessionRow, opensAt: Date): KnownSession['opening'] {
  const { lateAfter, closesAt, outOpensAt, outClosesAt, stepSeconds, ways, geofence, secret, openedBy, version } = row;
  const point = circleOf(row.latitude, row.longitude, row.radius);
  return {
    opensAt: opensAt.getTime(), lateAfter: lateAfter.getTime(), closesAt: closesAt.getTime(),
    out: outOpensAt && outClosesAt ? { opensAt: outOpensAt.getTime(), closesAt: outClosesAt.getTime() } : null,
    stepSeconds, ways, circle: geofence ? point : null, source: { sessionId: row.sessionId, secret, stepSeconds, codes: new Map() }, geofence, point, openedBy, version,
  };
}

function circleOf(latitude: number | null, longitude: number | null, radius: number | null): Circle | null {
  return latitude === null || longitude === null || radius === null ? null : { latitude, longitude, radius };
}

/** What is stored of an opening. Instants in milliseconds. */
export interface OpeningToSave {
  readonly opensAt: number;
  readonly lateAfter: number;
  readonly closesAt: number;
  readonly out: { readonly opensAt: number; readonly closesAt: number } | null;
  readonly ways: readonly CheckInWay[];
  readonly geofence: boolean;
  readonly point: Circle | null;
}

/** Writes an opening; the secret stays when there was one. */
export async function saveOpening(tx: Transaction, sessionId: string, openedBy: string | null, secret: Buffer, opening: OpeningToSave): Promise<void> {
  const at = (ms: number | undefined): Date | null => (ms === undefined ? null : new Date(ms));
  await tx.query(
    `insert into check_in_opening (session_id, opened_by, secret, opens_at, late_after, closes_at, out_opens_at, out_closes_at, ways, geofence, latitude, longitude, radius_m)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (session_id) do update set opens_at = excluded.opens_at, late_after = excluded.late_after, closes_at = excluded.closes_at, out_opens_at = excluded.out_opens_at,
       out_closes_at = excluded.out_closes_at, ways = excluded.ways, geofence = excluded.geofence, latitude = excluded.latitude, longitude = excluded.longitude, radius_m = excluded.radius_m`,
    [sessionId, openedBy, secret, at(opening.opensAt), at(opening.lateAfter), at(opening.closesAt), at(opening.out?.opensAt), at(opening.out?.closesAt),
      opening.ways, opening.geofence, opening.point?.latitude ?? null, opening.point?.longitude ?? null, opening.point?.radius ?? null]);
}

/** Sessions of a person of whose check-in one should know: open now, or to open within half a day. */
export async function loadOwnOpenings(db: Database, personId: string, now: Date): Promise<OwnOpeningRow[]> {
  return db.read<OwnOpeningRow>(
    `select s.id as "sessionId", s.title, c.name as "cohortName", coalesce(nullif(s.venue, ''), v.name, '') as venue, s.zone, s.state as "sessionState", o.geofence, o.ways,
            ${isoOf('o.opens_at')} as "opensAt", ${isoOf('o.late_after')} as "lateAfter", ${isoOf('o.closes_at')} as "closesAt", ${isoOf('o.out_opens_at')} as "outOpensAt", ${isoOf('o.out_closes_at')} as "outClosesAt",
            ${isoOf(seen('in'))} as "inAt", ${isoOf(seen('out'))} as "outAt",
            (select m.mark from attendance_mark m where m.enrolment_id = e.id and m.session_id = s.id and not exists (select from attendance_mark n where n.supersedes = m.id)) as mark
     from enrolment e join cohort c on c.id = e.cohort_id join session s on s.cohort_id = c.id and (s.class_id is null or s.class_id = e.class_id)
       join check_in_opening o on o.session_id = s.id left join venue v on v.id = s.venue_id
     where e.person_id = $1 and e.state = 'accepted' and s.state = 'planned' and o.opens_at < $2::timestamptz + interval '12 hours' and coalesce(o.out_closes_at, o.closes_at) >= $2
     order by o.opens_at, s.id limit 50`, [personId, now]);
}

const seen = (kind: string): string => `(select min(at) from check_in i where i.session_id = s.id and i.enrolment_id = e.id and i.kind = '${kind}')`;

/** A session of the caller before its state at this moment is told. */
export interface OwnOpeningRow {
  readonly sessionId: string;
  readonly title: string;
  readonly cohortName: string;
  readonly venue: string;
  readonly zone: Zone;
  readonly geofence: boolean;
  readonly ways: CheckInWay[];
  readonly opensAt: string;
  readonly lateAfter: string;
  readonly closesAt: string;
  readonly outOpensAt: string | null;
  readonly outClosesAt: string | null;
  readonly inAt: string | null;
  readonly outAt: string | null;
  readonly mark: null;
}
