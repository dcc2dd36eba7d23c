import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsNumber, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateIf } from 'class-validator';
import { Type } from 'class-transformer';
import { PageQuery } from '../platform/index.js';
import { graduationGroups, type GraduationGroup } from './standing.types.js';

/** Participants of a cohort before their decision. `q` finds names and NIPs. */
export class GraduationQuery extends PageQuery {
  @IsOptional() @IsIn(graduationGroups) group?: GraduationGroup;
}

/** Another attendance threshold, tried on the facts. */
export class DryRunQuery {
  /** 0–100 with one decimal at most, as attendance itself is told. */
  @Type(() => Number) @Max(100) @Min(0) @IsNumber({ maxDecimalPlaces: 1 }) minAttendancePercent!: number;
}

/** Whom to decide about. Without ids, all participants of the cohort. */
export class DecisionPreviewRequest {
  @IsOptional() @IsArray() @ArrayNotEmpty() @ArrayMaxSize(5000) @IsUUID(undefined, { each: true }) enrolmentIds?: string[];
  /** Decides also what can still change; needs a reason. */
  @IsOptional() @IsBoolean() finaliseEarly?: boolean;
}

/** Deciding as previewed. */
export class DecideRequest extends DecisionPreviewRequest {
  /** Token of the preview that the caller saw. */
  @Matches(/^[0-9a-f]{64}$/) decidedFor!: string;
  @ValidateIf(({ finaliseEarly, reason }: DecideRequest) => finaliseEarly === true || reason !== undefined)
  @IsString() @MinLength(10) @MaxLength(500) reason?: string;
}
