import { entryLabels, entryRoleLabels, formatNumber, instantMs, isoInstant, localDate, localTime, placeLine, zoneAbbreviation, zoneOffsetMinutes, type EntryRole, type Locale, type SessionPlace, type Zone } from '@jenjang/shared';
import ical, {
  ICalAlarmType, ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus, type ICalCalendar, type ICalDateTimeValue, type ICalEvent,
} from 'ical-generator';

/** A session as a calendar entry needs it. */
export interface EntrySession {
  readonly sessionId: string;
  readonly cohortName: string;
  readonly programmeName: string;
  readonly title: string;
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: Zone;
  readonly venue: string;
  readonly place: SessionPlace | null;
  readonly meetingUrl: string;
  readonly lessonHours: number;
  readonly facilitators: readonly string[];
  readonly status: 'tentative' | 'confirmed' | 'cancelled';
  /** Version of the session: what calendars compare, from 1. */
  readonly version: number;
  readonly changedAt: string;
  readonly role: EntryRole;
}

/** What all entries of one calendar share. */
export interface CalendarSetting {
  readonly locale: Locale;
  /** Address of this installation, without a slash at its end. */
  readonly publicUrl: string;
}

/** Somebody in a mail. */
export interface Mailbox {
  readonly name: string;
  readonly email: string;
}

const product = { company: 'Jenjang', product: 'Kalender' };
const alarmSeconds = 1800;

/**
 * A feed in iCalendar (RFC 5545): the same text as long as nothing changed. How often to ask again is not said: the
 * library writes that behind the zones, where no property of a calendar may stand.
 */
export function feedOf(sessions: readonly EntrySession[], setting: CalendarSetting & { readonly name: string }): string {
  const calendar = emptyCalendar(setting.locale).name(`${entryLabels.calendar[setting.locale]} – ${setting.name}`);
  for (const session of sessions) addEntry(calendar, session, setting);
  return calendar.toString();
}

/** An invitation to one session, or its withdrawal, as mailed (RFC 5546). */
export function invitationFor(session: EntrySession, { method, organiser, attendee, ...setting }: CalendarSetting & { readonly method: 'REQUEST' | 'CANCEL'; readonly organiser: Mailbox; readonly attendee: Mailbox }): { filename: string; contentType: string; content: string } {
  const calendar = emptyCalendar(setting.locale).method(ICalCalendarMethod[method]);
  const event = addEntry(calendar, method === 'CANCEL' ? { ...session, status: 'cancelled' } : session, setting);
  event.organizer(organiser);
  event.createAttendee({ ...attendee, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED, rsvp: false });
  return { filename: `sesi-${localDate(session.startsAt, session.zone)}.ics`, contentType: `text/calendar; charset=utf-8; method=${method}`, content: calendar.toString() };
}

function emptyCalendar(locale: Locale): ICalCalendar {
  return ical({ prodId: { ...product, language: locale.toUpperCase() } }).timezone({ name: null, generator: (name) => zoneDefinition(name as Zone) });
}

/** One entry. Its UID is the session's for ever, so that calendars find the one they have. */
function addEntry(calendar: ICalCalendar, session: EntrySession, setting: CalendarSetting): ICalEvent {
  const { sessionId, title, startsAt, endsAt, zone, version, changedAt, status } = session;
  const event = calendar.createEvent({
    id: sessionId, sequence: version - 1, timezone: zone, start: clockOf(startsAt, zone), end: clockOf(endsAt, zone), stamp: new Date(changedAt), lastModified: new Date(changedAt),
    summary: title, description: descriptionOf(session, setting), url: plainUrl(session.meetingUrl || `${setting.publicUrl}/jadwal`), status: ICalEventStatus[status === 'confirmed' ? 'CONFIRMED' : status === 'cancelled' ? 'CANCELLED' : 'TENTATIVE'],
  });
  const [line, geo] = [placeLine(session.place, session.venue), pointOf(session.place)];
  if (line !== '') event.location({ title: line, ...(geo ? { geo } : {}) });
  else if (geo) event.location({ geo });
  if (status !== 'cancelled') event.createAlarm({ type: ICalAlarmType.display, trigger: alarmSeconds, description: entryLabels.alarm[setting.locale] });
  return event;
}

/** The library escapes commas and semicolons in addresses too, where iCalendar has no escapes: written as codes they stay what they are. */
function plainUrl(url: string): string {
  return url.replaceAll(',', '%2C').replaceAll(';', '%3B');
}

function pointOf(place: SessionPlace | null): { lat: number; lon: number } | null {
  if (place === null) return null;
  const { latitude, longitude } = place;
  return latitude === null || longitude === null ? null : { lat: latitude, lon: longitude };
}

function descriptionOf({ cohortName, programmeName, lessonHours, facilitators, meetingUrl, role }: EntrySession, { locale, publicUrl }: CalendarSetting): string {
  return [
    `${programmeName} · ${cohortName} · ${formatNumber(lessonHours, locale)} JP`,
    `${entryLabels.role[locale]}: ${entryRoleLabels[role][locale]}`,
    ...(facilitators.length > 0 ? [`${entryLabels.facilitators[locale]}: ${facilitators.join('; ')}`] : []),
    ...(meetingUrl ? [`${entryLabels.meeting[locale]}: ${meetingUrl}`] : []),
    `${entryLabels.timetable[locale]}: ${publicUrl}/jadwal`,
  ].join('\n');
}

/**
 * An instant that the library writes as the clock of its zone. The library knows dates of several libraries and asks
 * them for their own formatting; this one answers without any of them, by our rule for zones, and so does not depend on
 * the zone of the process.
 */
function clockOf(instant: string, zone: Zone): ICalDateTimeValue {
  const texts: Readonly<Record<string, string>> = { yyyyLLdd: localDate(instant, zone).replaceAll('-', ''), HHmmss: `${localTime(instant, zone).replace('.', '')}00` };
  const clock = {
    isValid: true, zone: { type: 'iana' }, setZone: () => clock, toFormat: (format: string) => texts[format] ?? '', toJSDate: () => new Date(instantMs(instant)), toJSON: () => isoInstant(instant),
  };
  return clock;
}

/** The zones of Indonesia have had one offset each since 1988, without summer time. */
function zoneDefinition(zone: Zone): string {
  const hours = String(zoneOffsetMinutes(zone) / 60).padStart(2, '0');
  return [
    'BEGIN:VTIMEZONE', `TZID:${zone}`, 'BEGIN:STANDARD', 'DTSTART:19880101T000000', `TZOFFSETFROM:+${hours}00`, `TZOFFSETTO:+${hours}00`, `TZNAME:${zoneAbbreviation(zone)}`, 'END:STANDARD', 'END:VTIMEZONE',
  ].join('\r\n');
}
