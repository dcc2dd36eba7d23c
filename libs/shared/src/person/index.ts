export {
  dutyStatuses, echelonBands, employmentKinds, genders, positionKinds, type DutyStatus, type EchelonBand, type EmploymentKind, type Gender, type PositionKind,
} from './person.types.js';
export { nipProblemCodes, nipWarnings, type Nip, type NipContext, type NipProblem, type NipProblemCode, type NipReading, type NipWarning } from './nip.types.js';
export { formatNip, maskNip, parseNip } from './nip.rules.js';
export { cleanName, initials, nameWithTitles, type NameParts } from './name.rules.js';
export { golonganRows, isGolonganOf, pangkatOf, pppkGolongan, rankPrinted, type GolonganRow } from './golongan.rules.js';
export { echelonBand, eselonsOfPosition, isManagerial } from './position.rules.js';
export {
  dutyStatusLabels, echelonBandLabels, employmentKindLabels, genderLabels, nipToVerifyLabel, nipWarningLabels, positionKindLabels, wordNipProblem,
} from './person.labels.js';
export {
  personOperations, type AccountState, type EmploymentView, type LessonHoursOfYear, type PersonCertificate, type PersonDetail, type PersonOperation, type PersonPage, type PersonRow,
} from './person.view.types.js';
export { ChangePersonRequest, CreatePersonRequest, EmploymentRequest, PersonQuery } from './person.dto.js';
export { decideEmployment, type EmploymentContext, type EmploymentDecision, type EmploymentDraft, type EmploymentField, type EmploymentProblem } from './employment.rules.js';
