import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateIf } from 'class-validator';
import { zones, type Zone } from '../platform/locale.types.js';
import { PageQuery } from '../platform/paging.dto.js';
import { IsDateOnly } from '../platform/shape.dto.js';
import { agencyKinds, unitKinds, type AgencyKind, type UnitKind } from './unit.types.js';

const tidy = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : value);
const given = (_: object, value: unknown): boolean => value !== null && value !== undefined;
const AGENCY_CODE = /^[A-Z0-9-]{2,24}$/;
const REGION_CODE = /^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/;

/** The list of agencies; words are looked for in name and code. Sorts: name, code, people. */
export class AgencyQuery extends PageQuery {
  @IsOptional() @IsIn(agencyKinds) kind?: AgencyKind;
}

/** A new agency; its tree begins with a root unit of the same name. */
export class CreateAgencyRequest {
  @Transform(tidy) @Matches(AGENCY_CODE) @IsString() code!: string;
  @Transform(tidy) @MinLength(3) @MaxLength(200) @IsString() name!: string;
  @Transform(tidy) @MinLength(2) @MaxLength(60) @IsString() shortName!: string;
  @IsIn(agencyKinds) kind!: AgencyKind;
  @IsIn(zones) zone!: Zone;
  @ValidateIf(given) @Matches(REGION_CODE) regionCode?: string | null;
  @IsOptional() @Type(() => Number) @Min(30) @Max(60) @IsInt() minutesPerLessonHour?: number;
  @ValidateIf(given) @MaxLength(40) @IsString() siasnInstansiId?: string | null;
}

/** Changes to an agency as the form last saw it; absent fields stay. */
export class ChangeAgencyRequest {
  @Min(1) @IsInt() version!: number;
  @IsOptional() @Transform(tidy) @MinLength(3) @MaxLength(200) @IsString() name?: string;
  @IsOptional() @Transform(tidy) @MinLength(2) @MaxLength(60) @IsString() shortName?: string;
  @IsOptional() @IsIn(agencyKinds) kind?: AgencyKind;
  @IsOptional() @IsIn(zones) zone?: Zone;
  @ValidateIf(given) @Matches(REGION_CODE) regionCode?: string | null;
  @IsOptional() @Min(30) @Max(60) @IsInt() minutesPerLessonHour?: number;
  @ValidateIf(given) @MaxLength(40) @IsString() siasnInstansiId?: string | null;
}

/** The tree as it stood on a day, today when left out. */
export class UnitsQuery {
  @IsOptional() @IsDateOnly() on?: string;
}

/** A new unit below another. */
export class CreateUnitRequest {
  @IsUUID() agencyId!: string;
  /** Null would be a second root, which is refused in words. */
  @ValidateIf(given) @IsUUID() parentId!: string | null;
  @IsIn(unitKinds) kind!: UnitKind;
  @Transform(tidy) @MinLength(1) @MaxLength(40) @IsString() code!: string;
  @Transform(tidy) @MinLength(2) @MaxLength(200) @IsString() name!: string;
  @ValidateIf(given) @Transform(tidy) @MaxLength(60) @IsString() shortName?: string | null;
  @ValidateIf(given) @Matches(REGION_CODE) regionCode?: string | null;
  @IsOptional() @IsDateOnly() activeFrom?: string;
}

/** Renaming, moving or closing a unit as the form last saw it; absent fields stay. */
export class ChangeUnitRequest {
  @Min(1) @IsInt() version!: number;
  @IsOptional() @IsIn(unitKinds) kind?: UnitKind;
  @IsOptional() @Transform(tidy) @MinLength(1) @MaxLength(40) @IsString() code?: string;
  @IsOptional() @Transform(tidy) @MinLength(2) @MaxLength(200) @IsString() name?: string;
  @ValidateIf(given) @Transform(tidy) @MaxLength(60) @IsString() shortName?: string | null;
  @ValidateIf(given) @Matches(REGION_CODE) regionCode?: string | null;
  /** Null would be a second root, which is refused in words. */
  @ValidateIf(given) @IsUUID() parentId?: string | null;
  /** First day on which the unit is no more; null opens it again. */
  @ValidateIf(given) @IsDateOnly() activeTo?: string | null;
}

/** Closing a unit: the part of its changes that must name a day. */
export class CloseUnitRequest {
  @Min(1) @IsInt() version!: number;
  @IsDateOnly() activeTo!: string;
}

/** The parent below which a unit would go. */
export class MoveQuery {
  @IsUUID() parentId!: string;
}

/** Regions whose name holds the words or whose code begins with them. */
export class RegionQuery {
  @IsString() @MinLength(2) @MaxLength(60) q!: string;
}
