import { ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsDateString, IsIn, IsInt, IsLatitude, IsLongitude, IsNumber, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { checkInWays, type CheckInWay } from './checkin.types.js';

/** Where a device says it is. */
export class PositionRequest {
  @IsLatitude() latitude!: number;
  @IsLongitude() longitude!: number;
  /** Metres. */
  @IsNumber() @Min(0) @Max(10_000_000) accuracy!: number;
}

/** A participant checks in or out. */
export class CheckInRequest {
  @IsUUID() sessionId!: string;
  /** Digits, token or address as scanned; left out for sessions that take a mere tap. */
  @IsOptional() @IsString() @MaxLength(300) code?: string;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => PositionRequest) position?: PositionRequest;
  /** A random name that the browser keeps. */
  @IsString() @MinLength(16) @MaxLength(64) device!: string;
  /** The same for every attempt at the same check-in. */
  @IsUUID() clientId!: string;
  /** Seconds since the code was scanned, when the network was gone meanwhile. */
  @IsOptional() @IsInt() @Min(0) @Max(86_400) scannedAgo?: number;
}

/** A participant's card, or an NIP where the card is missing. */
export class CardCheckInRequest {
  @IsString() @MinLength(4) @MaxLength(300) text!: string;
  @IsUUID() clientId!: string;
}

/** Opens the check-in of a session; what is left out follows from the session. */
export class OpenCheckInRequest {
  @IsOptional() @IsDateString() opensAt?: string;
  @IsOptional() @IsDateString() lateAfter?: string;
  @IsOptional() @IsDateString() closesAt?: string;
  @IsOptional() @IsDateString() outOpensAt?: string;
  @IsOptional() @IsDateString() outClosesAt?: string;
  @IsOptional() @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(checkInWays, { each: true }) ways?: CheckInWay[];
  @IsOptional() @IsBoolean() geofence?: boolean;
  @IsOptional() @IsLatitude() latitude?: number;
  @IsOptional() @IsLongitude() longitude?: number;
  @IsOptional() @IsInt() @Min(20) @Max(100_000) radius?: number;
  /** Of the settings that were seen; left out when there were none. */
  @IsOptional() @IsInt() version?: number;
}

/** Keeps the check-in open for longer. */
export class ExtendCheckInRequest {
  @IsInt() @Min(1) @Max(240) minutes!: number;
}

/** What a participant says about a check-in that looks odd. */
export class FlagNoteRequest {
  @IsString() @MinLength(3) @MaxLength(500) note!: string;
}

/** What a person decides about a flag. */
export class FlagVerdictRequest {
  @IsIn(['accepted', 'rejected']) verdict!: 'accepted' | 'rejected';
  @IsOptional() @IsString() @MaxLength(500) reason?: string;
}
