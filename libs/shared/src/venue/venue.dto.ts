import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { zones, type Zone } from '../platform/locale.types.js';
import { PageQuery } from '../platform/paging.dto.js';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

/** Venues within reach; words are looked for in name, address and city. Sorts: name, city. */
export class VenueQuery extends PageQuery {
  @IsOptional() @IsUUID() agencyId?: string;
  /** Only those offered for new sessions. */
  @IsOptional() @IsIn(['1']) active?: string;
}

/** A room; one with an id is kept and changed, one without is new. */
export class RoomItem {
  @IsOptional() @IsUUID() id?: string;
  @Transform(trimmed) @MinLength(1) @MaxLength(120) @IsString() name!: string;
  @IsOptional() @Min(1) @Max(100_000) @IsInt() capacity: number | null = null;
}

/** A place with all its rooms. Those left out are removed. */
export class VenueRequest {
  @IsUUID() agencyId!: string;
  @Transform(trimmed) @MinLength(2) @MaxLength(120) @IsString() name!: string;
  @IsOptional() @Transform(trimmed) @MaxLength(300) @IsString() address = '';
  @IsOptional() @Transform(trimmed) @MaxLength(100) @IsString() city = '';
  @IsIn(zones) zone!: Zone;
  @IsOptional() @Min(-90) @Max(90) @IsNumber({ maxDecimalPlaces: 6 }) latitude: number | null = null;
  @IsOptional() @Min(-180) @Max(180) @IsNumber({ maxDecimalPlaces: 6 }) longitude: number | null = null;
  @IsOptional() @Min(20) @Max(5000) @IsInt() radiusM: number | null = null;
  @IsBoolean() active!: boolean;
  @ArrayMaxSize(100) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => RoomItem) @IsArray() rooms!: RoomItem[];
}

/** A place as changed from the version that the form last saw. */
export class ChangeVenueRequest extends VenueRequest {
  @Min(1) @IsInt() version!: number;
}
