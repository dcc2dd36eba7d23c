import { agencyKindLabels, unitKindLabels } from '@jenjang/shared/agency';
import { attendanceMarkLabels } from '@jenjang/shared/attendance';
import type { HistorySubjectKind } from '@jenjang/shared/audit';
import { certificateReasonLabels } from '@jenjang/shared/certificate';
import {
  cohortModeLabels,
  cohortStateLabels,
  partnerRoleLabels,
  phaseModeLabels,
  sessionStateLabels,
} from '@jenjang/shared/cohort';
import { enrolmentStateLabels } from '@jenjang/shared/enrolment';
import { wordOutcome } from '@jenjang/shared/graduation';
import {
  dutyStatusLabels,
  employmentKindLabels,
  genderLabels,
  positionKindLabels,
} from '@jenjang/shared/person';
import { type Locale, type Wording, zoneAbbreviation } from '@jenjang/shared/platform';
import { audienceLabels, curriculumStateLabels, diklatFormLabels } from '@jenjang/shared/programme';

type Labels = Readonly<Record<string, Wording>>;

/** The shared words of codes, by what they belong to and the field they stand in. */
const labels: Readonly<Record<string, Labels>> = {
  'agency.kind': agencyKindLabels,
  'attendance_mark.mark': attendanceMarkLabels,
  'certificate_event.reason_code': certificateReasonLabels,
  'cohort.mode': cohortModeLabels,
  'cohort.state': cohortStateLabels,
  'cohort_partner.role': partnerRoleLabels,
  'curriculum.state': curriculumStateLabels,
  'employment.duty_status': dutyStatusLabels,
  'employment.kind': employmentKindLabels,
  'employment.position_kind': positionKindLabels,
  'enrolment.state': enrolmentStateLabels,
  'person.gender': genderLabels,
  'phase.mode': phaseModeLabels,
  'programme.audience': audienceLabels,
  'programme.diklat_form': diklatFormLabels,
  'session.state': sessionStateLabels,
  'unit.kind': unitKindLabels,
};

const zoneFields = ['zone'];
const outcomes = ['graduated', 'attended', 'failed'] as const;

/** The word of a code, or null when the value is no code. */
export function codeWord(
  subject: HistorySubjectKind,
  field: string,
  value: string,
  locale: Locale,
): string | null {
  if (zoneFields.includes(field)) return zoneAbbreviation(value as Parameters<typeof zoneAbbreviation>[0]);
  const outcome = field === 'outcome' ? outcomes.find((each) => each === value) : undefined;
  if (outcome !== undefined) return wordOutcome(outcome, locale);
  return labels[`${subject}.${field}`]?.[value]?.[locale] ?? null;
}
