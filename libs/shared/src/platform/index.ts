export { Refusal, type FieldProblem, type Problem } from './refusal.js';
export { PageQuery } from './paging.dto.js';
export type { Page } from './paging.types.js';
export { platformProblems, type ProblemWording, type ProblemWords } from './problem.labels.js';
export { IsDateOnly, IsLocalDateTime } from './shape.dto.js';
export { locales, zones, type Instant, type Locale, type Wording, type Zone } from './locale.types.js';
export {
  addDays, daysBetween, formatDate, formatDateRange, formatTime, instantAt, instantMs, isIsoDate, isoInstant, localDate, localTime, zoneAbbreviation, zoneOffsetMinutes,
} from './dates.rules.js';
export { floorTo, formatNumber, formatPercent, roman, terbilang } from './numbers.rules.js';
