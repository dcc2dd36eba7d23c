import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { zones, type Zone } from '../platform/locale.types.js';
import { PageQuery } from '../platform/paging.dto.js';
import { IsDateOnly } from '../platform/shape.dto.js';
import { cohortModes, cohortStates, type CohortMode, type CohortState } from './cohort.types.js';
import { trimmed } from './trimmed.dto.js';

// Checks run from the field outwards, and the first that fails is told: the type stands nearest to the field.
const COHORT_CODE = /^[A-Z0-9-]{2,40}$/;

/** The list of cohorts; words are looked for in name, code and venue. Sorts: startsOn, name, state, seatsTaken. */
export class CohortQuery extends PageQuery {
  @IsOptional() @IsIn(cohortStates) state?: CohortState;
  @IsOptional() @IsUUID() agencyId?: string;
  @IsOptional() @IsUUID() programmeId?: string;
}

/** A new run of a published curriculum. It begins with one phase over all its days. */
export class CreateCohortRequest {
  @IsUUID() agencyId!: string;
  @IsUUID() curriculumId!: string;
  @Transform(trimmed) @Matches(COHORT_CODE) @IsString() code!: string;
  @Transform(trimmed) @MinLength(3) @MaxLength(200) @IsString() name!: string;
  @Min(1) @Max(999) @IsInt() ordinal!: number;
  @IsIn(cohortModes) mode!: CohortMode;
  @IsDateOnly() startsOn!: string;
  @IsDateOnly() endsOn!: string;
  @IsIn(zones) zone!: Zone;
  @IsOptional() @Transform(trimmed) @MaxLength(200) @IsString() venueName = '';
  @IsOptional() @Transform(trimmed) @MaxLength(100) @IsString() venueCity = '';
  @Min(1) @Max(100_000) @IsInt() capacity!: number;
}

/** Changes to a cohort as the form last saw it; absent fields stay. */
export class ChangeCohortRequest {
  @Min(1) @IsInt() version!: number;
  @IsOptional() @Transform(trimmed) @Matches(COHORT_CODE) @IsString() code?: string;
  @IsOptional() @Transform(trimmed) @MinLength(3) @MaxLength(200) @IsString() name?: string;
  @IsOptional() @Min(1) @Max(999) @IsInt() ordinal?: number;
  @IsOptional() @IsIn(cohortModes) mode?: CohortMode;
  @IsOptional() @IsDateOnly() startsOn?: string;
  @IsOptional() @IsDateOnly() endsOn?: string;
  @IsOptional() @IsIn(zones) zone?: Zone;
  @IsOptional() @Transform(trimmed) @MaxLength(200) @IsString() venueName?: string;
  @IsOptional() @Transform(trimmed) @MaxLength(100) @IsString() venueCity?: string;
  @IsOptional() @Min(1) @Max(100_000) @IsInt() capacity?: number;
}

/** The same plan beginning on another day: phases, sessions and everything dated move by as many days. */
export class CloneCohortRequest {
  @IsDateOnly() startsOn!: string;
  @Transform(trimmed) @Matches(COHORT_CODE) @IsString() code!: string;
  @Transform(trimmed) @MinLength(3) @MaxLength(200) @IsString() name!: string;
  @Min(1) @Max(999) @IsInt() ordinal!: number;
}

/** Moving a cohort along its life. Cancelling wants a reason. */
export class MoveCohortRequest {
  @IsIn(cohortStates) state!: CohortState;
  @IsOptional() @Transform(trimmed) @MinLength(3) @MaxLength(500) @IsString() reason?: string;
}
