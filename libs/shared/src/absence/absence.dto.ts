import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { PageQuery } from '../platform/paging.dto.js';
import { absenceKinds, absenceStates, type AbsenceKind, type AbsenceState } from './absence.types.js';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

/** Sessions of one cohort that a participant asks to be away from, to see what it would mean. */
export class AbsencePreviewRequest {
  @IsUUID() cohortId!: string;
  @IsUUID(undefined, { each: true }) @ArrayUnique() @ArrayMaxSize(100) @ArrayNotEmpty() @IsArray() sessionIds!: string[];
  @IsIn(absenceKinds) kind!: AbsenceKind;
}

/** The request itself. */
export class AskAbsenceRequest extends AbsencePreviewRequest {
  @Transform(trimmed) @MaxLength(1000) @MinLength(5) @IsString() reason!: string;
  /** A letter uploaded before, with purpose `letter`. */
  @IsOptional() @IsUUID() letterFileId?: string;
}

/** What staff decide; refusing wants words for the participant. */
export class DecideAbsenceRequest {
  @IsIn(['approved', 'refused']) outcome!: 'approved' | 'refused';
  @IsOptional() @Transform(trimmed) @MaxLength(1000) @IsString() note?: string;
}

/** Requests of a cohort, newest first. */
export class AbsenceQuery extends PageQuery {
  @IsOptional() @IsIn(absenceStates) state?: AbsenceState;
}
