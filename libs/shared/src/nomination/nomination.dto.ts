import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { quotaBands, type QuotaBand } from '../admission/index.js';
import { PageQuery } from '../platform/paging.dto.js';
import { IsDateOnly } from '../platform/shape.dto.js';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
/** Forms send an empty field as empty text. */
const trimmedOrNull = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() || null : value);

/** Staff of one's own units; words are looked for in the name, digits in the NIP. */
export class NomineeQuery extends PageQuery {
  /** A unit and all below it. */
  @IsOptional() @IsUUID() unitId?: string;
  @IsOptional() @IsIn(quotaBands) band?: QuotaBand;
}

/** Letters of one's own units, newest first. */
export class NominationQuery extends PageQuery {
  @IsOptional() @IsUUID() cohortId?: string;
}

/** A letter: people in their order, the first of them first to a seat. */
export class NominateRequest {
  @ArrayMinSize(1) @ArrayMaxSize(1000) @IsUUID(undefined, { each: true }) @IsArray() personIds!: string[];
  @IsOptional() @Transform(trimmed) @MaxLength(100) @IsString() letterNumber = '';
  @IsOptional() @Transform(trimmedOrNull) @IsDateOnly() letterOn: string | null = null;
  @IsOptional() @Transform(trimmedOrNull) @IsUUID() letterFileId: string | null = null;
  @IsOptional() @Transform(trimmed) @MaxLength(1000) @IsString() note = '';
}

/** Applying by oneself. */
export class ApplyRequest {
  @IsUUID() cohortId!: string;
}
