import { checkInProblems } from './checkin/checkin.problems.js';
import { absenceProblems } from './absence/absence.problems.js';
import { admissionProblems } from './admission/admission.problems.js';
import { reportProblems } from './report/report.problems.js';
import { dayProblems } from './day/day.problems.js';
import { rosterProblems } from './roster/roster.problems.js';
import { agencyProblems } from './agency/agency.problems.js';
import { personProblems } from './person/person.problems.js';
import { learningProblems } from './learning/learning.problems.js';
import { programmeProblems } from './programme/programme.problems.js';
import { delegationProblems } from './delegation/delegation.problems.js';
import { nominationProblems } from './nomination/nomination.problems.js';
import { fileProblems } from './file/file.problems.js';
import { certificateProblems } from './certificate/certificate.problems.js';
import { waitingProblems } from './waiting/waiting.problems.js';
import { welcomeProblems } from './welcome/welcome.problems.js';
import { selectionProblems } from './selection/selection.problems.js';
import { approvalProblems } from './approval/approval.problems.js';
import { documentProblems } from './document/document.problems.js';
import { identityProblems } from './identity/identity.problems.js';
import { cohortProblems } from './cohort/cohort.problems.js';
import { enrolmentProblems } from './enrolment/enrolment.problems.js';
import { assessmentProblems } from './assessment/assessment.problems.js';
import { attendanceProblems } from './attendance/attendance.problems.js';
import { kioskProblems } from './kiosk/kiosk.problems.js';
import { graduationProblems } from './graduation/graduation.problems.js';
import { messageProblems } from './message/message.problems.js';
import { meritProblems } from './merit/merit.problems.js';
import { formatDate, formatTime, isIsoDate, localDate } from './platform/dates.rules.js';
import { zones, type Locale, type Zone } from './platform/locale.types.js';
import { formatNumber } from './platform/numbers.rules.js';
import { calendarProblems } from './calendar/calendar.problems.js';
import { venueProblems } from './venue/venue.problems.js';
import { platformProblems, type ProblemWording, type ProblemWords } from './platform/problem.labels.js';

/** Wording of every problem code, feature by feature. */
const wordsOfFeatures: readonly ProblemWords[] = [
  absenceProblems,
  admissionProblems,
  agencyProblems,
  approvalProblems,
  assessmentProblems,
  attendanceProblems,
  calendarProblems,
  certificateProblems,
  checkInProblems,
  cohortProblems,
  dayProblems,
  delegationProblems,
  documentProblems,
  enrolmentProblems,
  fileProblems,
  graduationProblems,
  identityProblems,
  kioskProblems,
  learningProblems,
  meritProblems,
  messageProblems,
  nominationProblems,
  personProblems,
  platformProblems,
  programmeProblems,
  reportProblems,
  rosterProblems,
  selectionProblems,
  venueProblems,
  waitingProblems,
  welcomeProblems,
];

/**
 * Both titles of a problem, with its details filled in: dates and instants as people write them, instants in the
 * detail `zone` (Jakarta's when it says none). A code without wording gets the general one.
 */
export function problemWords(code: string, details: Readonly<Record<string, unknown>>): ProblemWording {
  const found = wordsOfFeatures.map((words) => words[code]).find((words) => words !== undefined);
  const fallback = platformProblems[code.startsWith('field.') ? 'field.matches' : 'conflict.rule'] ?? ['', ''];
  const [id, en] = found ?? fallback;
  return [fill(id, details, 'id'), fill(en, details, 'en')];
}

function fill(text: string, details: Readonly<Record<string, unknown>>, locale: Locale): string {
  const zone = zones.find((known) => known === details['zone']) ?? 'Asia/Jakarta';
  return text.replace(/\{(\w+)\}/g, (_match, name: string) => wordDetail(details[name], locale, zone));
}

function wordDetail(value: unknown, locale: Locale, zone: Zone): string {
  if (typeof value === 'number') return formatNumber(value, locale);
  if (typeof value !== 'string') return '…';
  if (isIsoDate(value)) return formatDate(value, locale);
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? `${formatDate(localDate(value, zone), locale, 'short')} ${formatTime(value, zone)}` : value;
}
