import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsObject, IsNumber, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { attendanceMarks, type AttendanceMark } from './attendance.types.js';

/** One participant's mark. */
export class MarkRequest {
  @IsUUID() enrolmentId!: string;
  @IsIn(attendanceMarks) mark!: AttendanceMark;
  /** JP attended, when not those that the mark is worth. */
  @IsOptional() @Max(24) @Min(0) @IsNumber({ maxDecimalPlaces: 2 }) lessonHours?: number;
  /** The mark that this one corrects; null when none was seen. */
  @IsOptional() @IsUUID() supersedes: string | null = null;
  @IsOptional() @IsString() @MaxLength(500) reason?: string;
}

/** Marks of many participants of one session. */
export class SaveMarksRequest {
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(1000) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => MarkRequest) marks!: MarkRequest[];
}

/** Closing a session; says what becomes of those who are not marked. */
export class CloseSessionRequest {
  @IsOptional() @IsIn(['absent', 'leave']) unmarked?: 'absent' | 'leave';
}

/** Opening a closed session again. */
export class ReopenSessionRequest {
  @IsString() @MinLength(5) @MaxLength(500) reason!: string;
}
