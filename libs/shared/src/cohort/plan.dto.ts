import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsObject, IsInt, IsNumber, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { zones, type Zone } from '../platform/locale.types.js';
import { IsDateOnly, IsLocalDateTime } from '../platform/shape.dto.js';
import { partnerRoles, phaseModes, type PartnerRole, type PhaseMode } from './cohort.types.js';
import { trimmed } from './trimmed.dto.js';

/** An address that a browser opens in private: https only. Empty for none. */
const MEETING_URL = /^(https:\/\/\S+)?$/;

/** A tahap; one with an id is kept and changed, one without is new. */
export class PhaseItem {
  @IsOptional() @IsUUID() id?: string;
  @Transform(trimmed) @MinLength(2) @MaxLength(120) @IsString() name!: string;
  @IsIn(phaseModes) mode!: PhaseMode;
  @IsDateOnly() startsOn!: string;
  @IsDateOnly() endsOn!: string;
}

/** A kelas; one with an id is kept and changed, one without is new. */
export class ClassItem {
  @IsOptional() @IsUUID() id?: string;
  @Transform(trimmed) @MinLength(1) @MaxLength(24) @IsString() code!: string;
  @Transform(trimmed) @MinLength(1) @MaxLength(120) @IsString() name!: string;
  @Min(1) @Max(100_000) @IsInt() capacity!: number;
}

export class PartnerItem {
  @IsIn(partnerRoles) role!: PartnerRole;
  @Transform(trimmed) @MinLength(2) @MaxLength(200) @IsString() name!: string;
}

/** Who signs the certificates, as printed. */
export class SignatoryItem {
  @Transform(trimmed) @MinLength(2) @MaxLength(200) @IsString() name!: string;
  @IsOptional() @Matches(/^[0-9]{18}$/) @IsString() nip: string | null = null;
  @Transform(trimmed) @MinLength(2) @MaxLength(200) @IsString() position!: string;
  @IsOptional() @Transform(trimmed) @MaxLength(100) @IsString() rank: string | null = null;
}

/** All phases of a cohort, in order. Those left out are removed. */
export class PutPhasesRequest {
  @Min(1) @IsInt() version!: number;
  @ArrayMaxSize(30) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => PhaseItem) @IsArray() phases!: PhaseItem[];
}

/** All classes of a cohort. Those left out are removed. */
export class PutClassesRequest {
  @Min(1) @IsInt() version!: number;
  @ArrayMaxSize(100) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => ClassItem) @IsArray() classes!: ClassItem[];
}

/** All organisers of a cohort, in order. */
export class PutPartnersRequest {
  @Min(1) @IsInt() version!: number;
  @ArrayMaxSize(20) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => PartnerItem) @IsArray() partners!: PartnerItem[];
}

/** All signatories of a cohort, in printing order. */
export class PutSignatoriesRequest {
  @Min(1) @IsInt() version!: number;
  @ArrayMaxSize(4) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => SignatoryItem) @IsArray() signatories!: SignatoryItem[];
}

/** A sesi as planned: local times of its zone. */
export class SessionRequest {
  @IsUUID() phaseId!: string;
  @IsOptional() @IsUUID() classId: string | null = null;
  @IsOptional() @IsUUID() moduleId: string | null = null;
  @Transform(trimmed) @MinLength(2) @MaxLength(200) @IsString() title!: string;
  @IsLocalDateTime() startsAt!: string;
  @IsLocalDateTime() endsAt!: string;
  @IsIn(zones) zone!: Zone;
  @IsOptional() @Transform(trimmed) @MaxLength(200) @IsString() venue = '';
  /** A place of the register, and a room in it. */
  @IsOptional() @IsUUID() venueId: string | null = null;
  @IsOptional() @IsUUID() roomId: string | null = null;
  /** Where those meet who come by screen; empty for none. */
  @IsOptional() @Transform(trimmed) @Matches(MEETING_URL) @MaxLength(500) @IsString() meetingUrl = '';
  @Min(0.01) @Max(24) @IsNumber({ maxDecimalPlaces: 2 }) lessonHours!: number;
  @IsBoolean() mandatory!: boolean;
  @ArrayMaxSize(20) @IsUUID(undefined, { each: true }) @IsArray() facilitatorIds: string[] = [];
}

/** A sesi as changed from the version that the form last saw. */
export class ChangeSessionRequest extends SessionRequest {
  @Min(1) @IsInt() version!: number;
}

/** Why a session will not be held. */
export class CancelSessionRequest {
  @Min(1) @IsInt() version!: number;
  @Transform(trimmed) @MinLength(3) @MaxLength(500) @IsString() reason!: string;
}
