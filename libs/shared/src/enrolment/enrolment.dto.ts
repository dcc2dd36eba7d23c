import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { PageQuery } from '../platform/paging.dto.js';
import { enrolmentStates, handStates, type EnrolmentState, type HandState } from './enrolment.types.js';
import { moveReasons, type MoveReason } from './move.types.js';

/** Participants of a cohort; words are looked for in the name, digits in the NIP. Sorts: name, unit, state. */
export class ParticipantQuery extends PageQuery {
  @IsOptional() @IsIn(enrolmentStates) state?: EnrolmentState;
  @IsOptional() @IsUUID() classId?: string;
  /** A unit and all below it. */
  @IsOptional() @IsUUID() unitId?: string;
}

/** People who may be taken in; words are looked for in the name, digits in the NIP. */
export class CandidateQuery extends PageQuery {
  @IsOptional() @IsUUID() unitId?: string;
}

/** Taking people into a cohort. */
export class EnrolRequest {
  @ArrayMinSize(1) @ArrayMaxSize(1000) @IsUUID(undefined, { each: true }) @IsArray() personIds!: string[];
  @IsOptional() @IsUUID() classId?: string;
  /** `each` takes those who can be taken, `all` takes all or nobody. */
  @IsOptional() @IsIn(['each', 'all']) mode: 'each' | 'all' = 'each';
  /** What becomes of those for whom no seat is left. */
  @IsOptional() @IsIn(['refuse', 'waitlist']) whenFull: 'refuse' | 'waitlist' = 'refuse';
}

/** Placing a participant in a class, or in none. */
export class AssignClassRequest {
  @IsOptional() @IsUUID() classId: string | null = null;
}

/** Moving a participant. Rejecting and withdrawing want a reason: a code, words, or both. */
export class MoveEnrolmentRequest {
  @IsIn(handStates) state!: HandState;
  @IsOptional() @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @MinLength(3) @MaxLength(500) @IsString() reason?: string;
  @IsOptional() @IsIn(moveReasons) code?: MoveReason;
  /** The withdrawn participant whose seat this one takes over. */
  @IsOptional() @IsUUID() replaces?: string;
}
