import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsUUID, Matches, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import { employmentKinds, positionKinds, type EmploymentKind, type PositionKind } from '../person/person.types.js';
import { PageQuery } from '../platform/paging.dto.js';
import { IsDateOnly } from '../platform/shape.dto.js';
import { admissionRoutes, quotaBands, selectionSteps, type AdmissionRoute, type EligibilityRule, type QuotaBand, type SelectionStep } from './admission.types.js';

const REGION_CODE = /^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/;
const given = (_: object, value: unknown): boolean => value !== null && value !== undefined;

/** Who may come; empty lists ask for nothing. */
export class EligibilityRequest implements EligibilityRule {
  @IsOptional() @ArrayMaxSize(8) @ArrayUnique() @IsIn(positionKinds, { each: true }) @IsArray() positionKinds: PositionKind[] = [];
  @IsOptional() @ArrayMaxSize(6) @ArrayUnique() @IsIn(quotaBands, { each: true }) @IsArray() bands: QuotaBand[] = [];
  @IsOptional() @ArrayMaxSize(5) @ArrayUnique() @IsIn(employmentKinds, { each: true }) @IsArray() employmentKinds: EmploymentKind[] = [];
  @IsOptional() @ArrayMaxSize(500) @ArrayUnique() @IsUUID(undefined, { each: true }) @IsArray() unitIds: string[] = [];
  @IsOptional() @ArrayMaxSize(100) @ArrayUnique() @Matches(REGION_CODE, { each: true }) @IsArray() regionCodes: string[] = [];
  @ValidateIf(given) @Min(1) @Max(20) @IsInt() notTrainedYears: number | null = null;
  @IsOptional() @ArrayMaxSize(20) @ArrayUnique() @IsUUID(undefined, { each: true }) @IsArray() prerequisiteProgrammeIds: string[] = [];
}

/** What a programme gives to the cohorts made of it. */
class AdmissionRules {
  @IsIn(admissionRoutes) route!: AdmissionRoute;
  @IsOptional() @ArrayUnique() @IsIn(selectionSteps, { each: true }) @IsArray() steps: SelectionStep[] = [];
  @IsOptional() @Min(0) @Max(100) @IsNumber({ maxDecimalPlaces: 2 }) passingScore = 70;
  @Type(() => EligibilityRequest) @ValidateNested() eligibility!: EligibilityRequest;
  @IsOptional() @Min(1) @Max(720) @IsInt() offerHours = 24;
}

/** Admission of a cohort, as a whole. Dates are local to the cohort. */
export class AdmissionRequest extends AdmissionRules {
  @IsInt() version!: number;
  @ValidateIf(given) @IsDateOnly() opensOn: string | null = null;
  @ValidateIf(given) @IsDateOnly() closesOn: string | null = null;
  /** Last day on which seats pass on by themselves and replacements keep the unit's seat. */
  @ValidateIf(given) @IsDateOnly() cutOffOn: string | null = null;
  /** Day on which unused quota goes to the reserve. */
  @ValidateIf(given) @IsDateOnly() quotaReturnsOn: string | null = null;
}

/** Admission that new cohorts of a programme begin with; the version is that of the programme. */
export class AdmissionDefaultsRequest extends AdmissionRules {
  @IsInt() version!: number;
}

/** A rule to be tried on the people of the agency. */
export class EligibilityTrial {
  @Type(() => EligibilityRequest) @ValidateNested() eligibility!: EligibilityRequest;
}

/** A cell of the matrix. */
export class QuotaCellItem {
  @ValidateIf(given) @IsUUID() unitId: string | null = null;
  @ValidateIf(given) @IsIn(quotaBands) band: QuotaBand | null = null;
  @Min(0) @Max(100_000) @IsInt() seats!: number;
}

/** The whole matrix at once; no cells at all mean that the cohort is not divided. The version is that of the admission. */
export class QuotaRequest {
  @IsInt() version!: number;
  @ArrayMaxSize(5000) @Type(() => QuotaCellItem) @ValidateNested({ each: true }) @IsArray() cells!: QuotaCellItem[];
}

/** Allocations; words are looked for in names of agencies, programmes and academies. Sorts: agency, seats, taken. */
export class AllocationQuery extends PageQuery {
  @IsOptional() @Type(() => Number) @Min(2000) @Max(2100) @IsInt() year?: number;
  @IsOptional() @IsUUID() academyId?: string;
}

/** Seats of a year: of an academy, or of one of its programmes; for all agencies, or for one. */
export class AllocationRequest {
  @IsUUID() academyId!: string;
  @ValidateIf(given) @IsUUID() programmeId: string | null = null;
  @ValidateIf(given) @IsUUID() agencyId: string | null = null;
  @Min(2000) @Max(2100) @IsInt() year!: number;
  @Min(0) @Max(10_000_000) @IsInt() seats!: number;
  /** False for a target: counted, never a refusal. */
  @IsOptional() @IsBoolean() ceiling = true;
}

/** Changes to an allocation as the form last saw it. */
export class AllocationChange {
  @IsInt() version!: number;
  @Min(0) @Max(10_000_000) @IsInt() seats!: number;
  @IsBoolean() ceiling!: boolean;
}
