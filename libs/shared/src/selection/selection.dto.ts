import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsISO8601, IsNumber, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { quotaBands, selectionSteps, type QuotaBand, type SelectionStep } from '../admission/index.js';
import { enrolmentStates, reasonsToLeave, type EnrolmentState } from '../enrolment/index.js';
import { PageQuery } from '../platform/paging.dto.js';
import { IsDateOnly } from '../platform/shape.dto.js';
import { selectionDecisions, stepStandings, type SelectionDecision, type StepStanding } from './selection.types.js';

type LeaveReason = (typeof reasonsToLeave.rejected)[number];

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

/** Candidates of a cohort; words are looked for in the name, digits in the NIP. Sorts: rank, name, unit, state. */
export class SelectionQuery extends PageQuery {
  /** A unit and all below it. */
  @IsOptional() @IsUUID() unitId?: string;
  @IsOptional() @IsIn(quotaBands) band?: QuotaBand;
  @IsOptional() @IsIn(enrolmentStates) state?: EnrolmentState;
  /** How they stand in all steps together. */
  @IsOptional() @IsIn(stepStandings) step?: StepStanding;
}

/** A decision about many. */
export class SelectionRequest {
  @IsIn(selectionDecisions) decision!: SelectionDecision;
  @ArrayMinSize(1) @ArrayMaxSize(1000) @IsUUID(undefined, { each: true }) @IsArray() enrolmentIds!: string[];
  /** Why, for a rejection; `other` wants words as well. */
  @IsOptional() @IsIn(reasonsToLeave.rejected) code?: LeaveReason;
  @IsOptional() @Transform(trimmed) @MinLength(3) @MaxLength(500) @IsString() reason?: string;
  /** Why somebody is chosen before others who rank higher; printed in the minutes. */
  @IsOptional() @Transform(trimmed) @MinLength(3) @MaxLength(500) @IsString() orderReason?: string;
  /** What becomes of those for whom no seat is left: everything is refused, or they wait. */
  @IsOptional() @IsIn(['refuse', 'waitlist']) whenFull: 'refuse' | 'waitlist' = 'refuse';
  /** Instant of the preview that was confirmed: seats taken since are named when they are missed. */
  @IsOptional() @IsISO8601({ strict: true }) @MaxLength(40) seenAt?: string;
}

/** What is said of a candidate in a step. */
export class StepResultInput {
  @IsUUID() enrolmentId!: string;
  @IsIn(selectionSteps) step!: SelectionStep;
  @IsOptional() @IsBoolean() passed?: boolean;
  @IsOptional() @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(100) score?: number;
  @IsOptional() @Transform(trimmed) @MaxLength(500) @IsString() note?: string;
  /** The result that was in force when this was written; null for the first. */
  @IsOptional() @IsUUID() supersedes: string | null = null;
}

/** Results of many candidates. */
export class SaveStepResultsRequest {
  @Type(() => StepResultInput) @ValidateNested({ each: true }) @ArrayMinSize(1) @ArrayMaxSize(1000) @IsArray() results!: StepResultInput[];
  @IsOptional() @IsIn(['sheet', 'paste']) source: 'sheet' | 'paste' = 'sheet';
}

/** Somebody of the selection committee. */
export class CommitteeMember {
  @Transform(trimmed) @MinLength(2) @MaxLength(120) @IsString() name!: string;
  @Transform(trimmed) @MinLength(2) @MaxLength(80) @IsString() role!: string;
}

/** Writing the minutes of what was decided so far. */
export class WriteMinutesRequest {
  @IsDateOnly() heldOn!: string;
  @Transform(trimmed) @MinLength(2) @MaxLength(120) @IsString() place!: string;
  @Type(() => CommitteeMember) @ValidateNested({ each: true }) @ArrayMinSize(1) @ArrayMaxSize(12) @IsArray() committee!: CommitteeMember[];
}
