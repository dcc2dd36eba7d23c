import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { zones, type Zone } from '../platform/locale.types.js';
import { PageQuery } from '../platform/paging.dto.js';
import { IsDateOnly } from '../platform/shape.dto.js';
import { cohortModes, cohortStates, type CohortMode, type CohortState } from './cohort.types.js';
import { trimmed } from './trimmed.dto.js';

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
  @Transform(trimmed) @IsString() @Matches(COHORT_CODE) code!: string;
  @Transform(trimmed) @IsString() @MinLength(3) @MaxLength(200) name!: string;
  @IsInt() @Min(1) @Max(999) ordinal!: number;
  @IsIn(cohortModes) mode!: CohortMode;
  @IsDateOnly() startsOn!: string;
  @IsDateOnly() endsOn!: string;
  @IsIn(zones) zone!: Zone;
  @Transform(trimmed) @IsString() @MaxLength(200) venueName!: string;
  @Transform(trimmed) @IsString() @MaxLength(100) venueCity!: string;
  @IsInt() @Min(1) @Max(100_000) capacity!: number;
}

/** Changes to a cohort as the form last saw it; absent fields stay. */
export class ChangeCohortRequest {
  @IsInt() @Min(1) version!: number;
  @IsOptional() @Transform(trimmed) @IsString() @Matches(COHORT_CODE) code?: string;
  @IsOptional() @Transform(trimmed) @IsString() @MinLength(3) @MaxLength(200) name?: string;
  @IsOptional() @IsInt() @Min(1) @Max(999) ordinal?: number;
  @IsOptional() @IsIn(cohortModes) mode?: CohortMode;
  @IsOptional() @IsDateOnly() startsOn?: string;
  @IsOptional() @IsDateOnly() endsOn?: string;
  @IsOptional() @IsIn(zones) zone?: Zone;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(200) venueName?: string;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(100) venueCity?: string;
  @IsOptional() @IsInt() @Min(1) @Max(100_000) capacity?: number;
}

/** The same plan beginning on another day: phases, sessions and everything dated move by as many days. */
export class CloneCohortRequest {
  @IsDateOnly() startsOn!: string;
  @Transform(trimmed) @IsString() @Matches(COHORT_CODE) code!: string;
  @Transform(trimmed) @IsString() @MinLength(3) @MaxLength(200) name!: string;
  @IsInt() @Min(1) @Max(999) ordinal!: number;
}

/** Moving a cohort along its life. Cancelling wants a reason. */
export class MoveCohortRequest {
  @IsIn(cohortStates) state!: CohortState;
  @IsOptional() @Transform(trimmed) @IsString() @MinLength(3) @MaxLength(500) reason?: string;
}
