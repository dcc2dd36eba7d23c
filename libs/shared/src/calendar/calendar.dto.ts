import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { IsDateOnly, IsLocalDateTime } from '../platform/shape.dto.js';
import { holidayKinds, type HolidayKind } from './calendar.types.js';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

/** A session wanted at another time, in local time of its zone. */
export class ReplanItem {
  @IsUUID() sessionId!: string;
  @Min(1) @IsInt() version!: number;
  @IsLocalDateTime() startsAt!: string;
}

/** Sessions to move in one go. */
export class ReplanRequest {
  @ArrayMinSize(1) @ArrayMaxSize(500) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => ReplanItem) @IsArray() moves!: ReplanItem[];
}

/** A preview; names of those who would be told on demand. */
export class PreviewReplanRequest extends ReplanRequest {
  @IsOptional() @IsBoolean() names = false;
}

/** Which re-planning to take back. */
export class UndoReplanRequest {
  @IsUUID() replanId!: string;
}

/** Holidays between two days, both included. */
export class HolidayQuery {
  @IsDateOnly() from!: string;
  @IsDateOnly() to!: string;
}

export class HolidayRequest {
  @IsIn(holidayKinds) kind!: HolidayKind;
  /** Only, and always, for a holiday of an agency. */
  @IsOptional() @IsUUID() agencyId: string | null = null;
  @IsDateOnly() fallsOn!: string;
  @Transform(trimmed) @MinLength(2) @MaxLength(120) @IsString() name!: string;
  @IsOptional() @Transform(trimmed) @MaxLength(300) @IsString() source = '';
  @IsBoolean() verified!: boolean;
}

export class ChangeHolidayRequest extends HolidayRequest {
  @Min(1) @IsInt() version!: number;
}
