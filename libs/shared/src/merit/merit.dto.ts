import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsDateOnly } from '../platform/shape.dto.js';

export const meritFormats = ['csv', 'xlsx', 'json', 'ndjson'] as const;
export type MeritFormat = (typeof meritFormats)[number];

/** Bands by which HR filters: echelon II, III, IV, functional positions, staff. */
export const meritBands = ['II', 'III', 'IV', 'JF', 'PELAKSANA'] as const;
export type MeritBand = (typeof meritBands)[number];

/** Which certificates. Everything left out does not narrow. */
export class MeritFilter {
  /** Agency for which the holder worked at the training. */
  @IsOptional() @IsUUID() agencyId?: string;
  /** A unit and all below it. */
  @IsOptional() @IsUUID() unitId?: string;
  @IsOptional() @IsUUID() programmeId?: string;
  @IsOptional() @IsUUID() personId?: string;
  @IsOptional() @IsIn(meritBands) band?: MeritBand;
  /** Issued on or after. */
  @IsOptional() @IsDateOnly() from?: string;
  /** Issued on or before. */
  @IsOptional() @IsDateOnly() to?: string;
  @IsOptional() @IsIn(['active', 'suspended', 'revoked', 'superseded']) state?: string;
  /** Name, NIP or number. */
  @IsOptional() @IsString() @MaxLength(100) q?: string;
}

/** A page of the list on the screen. */
export class MeritQuery extends MeritFilter {
  @IsOptional() @IsString() @MaxLength(40) sort?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1_000_000) page = 1;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) size = 50;
}

/** Asks for a file that is kept for the asker. */
export class MeritExportRequest extends MeritFilter {
  @IsIn(meritFormats) format!: MeritFormat;
}

/** The streamed export for other systems. */
export class MeritStreamQuery extends MeritFilter {
  @IsOptional() @IsIn(meritFormats) format: MeritFormat = 'json';
}

/** A page of the change feed. */
export class HrEventQuery {
  /** What the last page gave as `next`; nothing for the beginning. */
  @IsOptional() @IsString() @MaxLength(20) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1000) limit = 100;
}
