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
