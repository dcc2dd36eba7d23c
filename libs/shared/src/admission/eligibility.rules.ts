import { quotaBands, type EligibilityFacts, type EligibilityRule, type EligibilityShortfall, type QuotaBand } from './admission.types.js';

/** The column of the matrix that somebody falls under: the echelon without its letter, `II.b` is II. */
export function bandOf(eselon: string | null): QuotaBand {
  const written = eselon?.split('.')[0]?.trim().toUpperCase();
  return quotaBands.find((band) => band !== 'NONE' && band === written) ?? 'NONE';
}

/** Every demand of the rule that these facts do not meet; none means the person may come. */
export function decideEligibility(rule: EligibilityRule, facts: EligibilityFacts): readonly EligibilityShortfall[] {
  return [
    oneOf('positionKind', rule.positionKinds, facts.positionKind),
    oneOf('band', rule.bands, bandOf(facts.eselon)),
    oneOf('employmentKind', rule.employmentKinds, facts.employmentKind),
    unitShortfall(rule, facts),
    regionShortfall(rule, facts),
    trainedRecently(rule, facts),
    prerequisiteShortfall(rule, facts),
  ].filter((shortfall) => shortfall !== null);
}

function oneOf(code: EligibilityShortfall['code'], wanted: readonly string[] = [], has: string | null): EligibilityShortfall | null {
  if (wanted.length === 0 || (has !== null && wanted.includes(has))) return null;
  return { code, facts: { has, wanted } };
}

function unitShortfall({ unitIds = [] }: EligibilityRule, { unitPath }: EligibilityFacts): EligibilityShortfall | null {
  if (unitIds.length === 0 || unitIds.some((id) => unitPath.includes(`/${id}/`))) return null;
  return { code: 'unit', facts: { has: unitPath.split('/').findLast((id) => id !== '') ?? null, wanted: unitIds } };
}

function regionShortfall({ regionCodes = [] }: EligibilityRule, { regionCode }: EligibilityFacts): EligibilityShortfall | null {
  const covered = regionCode !== null && regionCodes.some((code) => regionCode === code || regionCode.startsWith(`${code}.`));
  return regionCodes.length === 0 || covered ? null : { code: 'region', facts: { has: regionCode, wanted: regionCodes } };
}

function trainedRecently({ notTrainedYears }: EligibilityRule, { lastTrainedOn, on }: EligibilityFacts): EligibilityShortfall | null {
  if (!notTrainedYears || lastTrainedOn === null) return null;
  const from = yearsLater(lastTrainedOn, notTrainedYears);
  return from <= on ? null : { code: 'trainedRecently', facts: { has: lastTrainedOn, wanted: [String(notTrainedYears)], from } };
}

function prerequisiteShortfall({ prerequisiteProgrammeIds = [] }: EligibilityRule, { completedProgrammeIds }: EligibilityFacts): EligibilityShortfall | null {
  const missing = prerequisiteProgrammeIds.filter((id) => !completedProgrammeIds.includes(id));
  return missing.length === 0 ? null : { code: 'prerequisite', facts: { has: null, wanted: missing } };
}

/** The same day some years later; 29 February becomes 1 March where there is none. */
function yearsLater(iso: string, years: number): string {
  const year = Number(iso.slice(0, 4)) + years;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return iso.endsWith('-02-29') && !leap ? `${String(year)}-03-01` : `${String(year)}${iso.slice(4)}`;
}
