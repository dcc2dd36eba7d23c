import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { zones, type Zone } from '../platform/locale.types.js';
import { IsDateOnly, IsLocalDateTime } from '../platform/shape.dto.js';
import { partnerRoles, phaseModes, type PartnerRole, type PhaseMode } from './cohort.types.js';
import { trimmed } from './trimmed.dto.js';

/** A tahap; one with an id is kept and changed, one without is new. */
export class PhaseItem {
  @IsOptional() @IsUUID() id?: string;
  @Transform(trimmed) @IsString() @MinLength(2) @MaxLength(120) name!: string;
  @IsIn(phaseModes) mode!: PhaseMode;
  @IsDateOnly() startsOn!: string;
  @IsDateOnly() endsOn!: string;
}

/** A kelas; one with an id is kept and changed, one without is new. */
export class ClassItem {
  @IsOptional() @IsUUID() id?: string;
  @Transform(trimmed) @IsString() @MinLength(1) @MaxLength(24) code!: string;
  @Transform(trimmed) @IsString() @MinLength(1) @MaxLength(120) name!: string;
  @IsInt() @Min(1) @Max(100_000) capacity!: number;
}

export class PartnerItem {
  @IsIn(partnerRoles) role!: PartnerRole;
  @Transform(trimmed) @IsString() @MinLength(2) @MaxLength(200) name!: string;
}

/** Who signs the certificates, as printed. */
export class SignatoryItem {
  @Transform(trimmed) @IsString() @MinLength(2) @MaxLength(200) name!: string;
  @IsOptional() @IsString() @Matches(/^[0-9]{18}$/) nip: string | null = null;
  @Transform(trimmed) @IsString() @MinLength(2) @MaxLength(200) position!: string;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(100) rank: string | null = null;
}

/** All phases of a cohort, in order. Those left out are removed. */
export class PutPhasesRequest {
  @IsInt() @Min(1) version!: number;
  @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => PhaseItem) phases!: PhaseItem[];
}

/** All classes of a cohort. Those left out are removed. */
export class PutClassesRequest {
  @IsInt() @Min(1) version!: number;
  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => ClassItem) classes!: ClassItem[];
}

/** All organisers of a cohort, in order. */
export class PutPartnersRequest {
  @IsInt() @Min(1) version!: number;
  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => PartnerItem) partners!: PartnerItem[];
}

/** All signatories of a cohort, in printing order. */
export class PutSignatoriesRequest {
  @IsInt() @Min(1) version!: number;
  @IsArray() @ArrayMaxSize(4) @ValidateNested({ each: true }) @Type(() => SignatoryItem) signatories!: SignatoryItem[];
}

/** A sesi as planned: local times of its zone. */
export class SessionRequest {
  @IsUUID() phaseId!: string;
  @IsOptional() @IsUUID() classId: string | null = null;
  @IsOptional() @IsUUID() moduleId: string | null = null;
  @Transform(trimmed) @IsString() @MinLength(2) @MaxLength(200) title!: string;
  @IsLocalDateTime() startsAt!: string;
  @IsLocalDateTime() endsAt!: string;
  @IsIn(zones) zone!: Zone;
  @Transform(trimmed) @IsString() @MaxLength(200) venue!: string;
  @IsNumber({ maxDecimalPlaces: 2 }) @Min(0.01) @Max(24) lessonHours!: number;
  @IsBoolean() mandatory!: boolean;
  @IsArray() @ArrayMaxSize(20) @IsUUID(undefined, { each: true }) facilitatorIds!: string[];
}

/** A sesi as changed from the version that the form last saw. */
export class ChangeSessionRequest extends SessionRequest {
  @IsInt() @Min(1) version!: number;
}

/** Why a session will not be held. */
export class CancelSessionRequest {
  @IsInt() @Min(1) version!: number;
  @Transform(trimmed) @IsString() @MinLength(3) @MaxLength(500) reason!: string;
}
