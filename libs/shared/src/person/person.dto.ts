import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsEmail, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength, Min, MinLength, ValidateIf, ValidateNested } from 'class-validator';
import { PageQuery } from '../platform/paging.dto.js';
import { IsDateOnly } from '../platform/shape.dto.js';
import { cleanName } from './name.rules.js';
import { dutyStatuses, employmentKinds, genders, positionKinds, type DutyStatus, type EmploymentKind, type Gender, type PositionKind } from './person.types.js';

const clean = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? cleanName(value) : value);
/** Like `clean`, and nothing written is nothing known. */
const cleanOrNone = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? cleanName(value) || null : value);
const flag = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);
const given = (_: object, value: unknown): boolean => value !== null && value !== undefined;
const ESELON = /^(I|II|III|IV|V)\.[ab]$/;

/** The list of people; words are looked for in the name, digits at the start of the NIP. Sorts: name, unit, position. */
export class PersonQuery extends PageQuery {
  @IsOptional() @IsUUID() agencyId?: string;
  /** The unit and all below it. */
  @IsOptional() @IsUUID() unitId?: string;
  @IsOptional() @IsIn(employmentKinds) kind?: EmploymentKind;
  @IsOptional() @IsIn(positionKinds) positionKind?: PositionKind;
  @IsOptional() @Matches(ESELON) eselon?: string;
  /** Only those whose NIP is to be verified. */
  @IsOptional() @Transform(flag) @IsBoolean() warnings?: boolean;
}

/** What holds from a day on. The NIP may be written with blanks and dots. */
export class EmploymentRequest {
  @IsUUID() unitId!: string;
  @IsIn(employmentKinds) kind!: EmploymentKind;
  @ValidateIf(given) @Transform(cleanOrNone) @MaxLength(60) @IsString() nip?: string | null;
  @ValidateIf(given) @Transform(cleanOrNone) @MaxLength(10) @IsString() golongan?: string | null;
  @IsIn(positionKinds) positionKind!: PositionKind;
  @Transform(clean) @MaxLength(200) @IsString() positionName!: string;
  @ValidateIf(given) @Transform(cleanOrNone) @Matches(ESELON) eselon?: string | null;
  @IsOptional() @IsIn(dutyStatuses) dutyStatus?: DutyStatus;
  @IsDateOnly() validFrom!: string;
}

/** A new person, with an employment unless it is somebody from outside. */
export class CreatePersonRequest {
  @IsUUID() agencyId!: string;
  @ValidateIf(given) @Transform(cleanOrNone) @MaxLength(60) @IsString() frontTitle?: string | null;
  @Transform(clean) @MinLength(1) @MaxLength(200) @IsString() fullName!: string;
  @ValidateIf(given) @Transform(cleanOrNone) @MaxLength(120) @IsString() backTitle?: string | null;
  @ValidateIf(given) @IsIn(genders) gender?: Gender | null;
  @ValidateIf(given) @IsDateOnly() birthDate?: string | null;
  @ValidateIf(given) @Transform(cleanOrNone) @MaxLength(100) @IsString() birthPlace?: string | null;
  @ValidateIf(given) @Transform(cleanOrNone) @MaxLength(254) @IsEmail() email?: string | null;
  @ValidateIf(given) @Transform(cleanOrNone) @MaxLength(30) @IsString() phone?: string | null;
  @ValidateIf(given) @ValidateNested() @Type(() => EmploymentRequest) employment?: EmploymentRequest | null;
}

/** Changes to a person as the form last saw them; absent fields stay, null empties. */
export class ChangePersonRequest {
  @Min(1) @IsInt() version!: number;
  @ValidateIf(given) @Transform(cleanOrNone) @MaxLength(60) @IsString() frontTitle?: string | null;
  @IsOptional() @Transform(clean) @MinLength(1) @MaxLength(200) @IsString() fullName?: string;
  @ValidateIf(given) @Transform(cleanOrNone) @MaxLength(120) @IsString() backTitle?: string | null;
  @ValidateIf(given) @IsIn(genders) gender?: Gender | null;
  @ValidateIf(given) @IsDateOnly() birthDate?: string | null;
  @ValidateIf(given) @Transform(cleanOrNone) @MaxLength(100) @IsString() birthPlace?: string | null;
  @ValidateIf(given) @Transform(cleanOrNone) @MaxLength(254) @IsEmail() email?: string | null;
  @ValidateIf(given) @Transform(cleanOrNone) @MaxLength(30) @IsString() phone?: string | null;
}
