import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBase64, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { PageQuery } from '../platform/paging.dto.js';
import { IsDateOnly } from '../platform/shape.dto.js';
import { deviceMarkKinds, deviceMarkWays, type DeviceMarkKind, type DeviceMarkWay } from './kiosk.types.js';

/** Instants that a clock can show, in milliseconds: 1970 to 2200. */
const latest = 7_258_118_400_000;

/** The day whose sessions may be taken along. */
export class KioskDayQuery {
  @IsDateOnly() on!: string;
}

/** Devices, of one cohort when it is named. */
export class DeviceQuery extends PageQuery {
  @IsOptional() @IsUUID() cohortId?: string;
}

/** Prepares a device for sessions of one day. */
export class PrepareDeviceRequest {
  @Length(2, 80) @IsString() name!: string;
  /** SPKI of an ECDSA P-256 key in base64. */
  @IsBase64() @MaxLength(300) publicKey!: string;
  @IsUUID(undefined, { each: true }) @ArrayUnique() @ArrayMaxSize(20) @ArrayNotEmpty() @IsArray() sessionIds!: string[];
}

/** One signed word of a device. */
export class DeviceMarkRequest {
  @IsUUID() id!: string;
  @IsUUID() sessionId!: string;
  @IsIn(deviceMarkKinds) kind!: DeviceMarkKind;
  @IsOptional() @IsUUID() enrolmentId: string | null = null;
  @IsIn(deviceMarkWays) how!: DeviceMarkWay;
  @MaxLength(200) @IsString() note = '';
  @Max(latest) @Min(0) @IsInt() deviceAt!: number;
  @Max(latest) @Min(-latest) @IsInt() drift!: number;
  @IsBase64() @MaxLength(120) signature!: string;
}

/** What a device has to say. Any part, any order, any number of times. */
export class SendParcelRequest {
  @IsUUID() id!: string;
  @Max(latest) @Min(0) @IsInt() sentAt!: number;
  @Max(latest) @Min(-latest) @IsInt() drift!: number;
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(500) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => DeviceMarkRequest) marks!: DeviceMarkRequest[];
}

/** Takes a device out of use for good. */
export class RevokeDeviceRequest {
  @Length(5, 500) @IsString() reason!: string;
}

/** What a person decides about a word of a device. */
export class JudgeMarkRequest {
  @IsIn(['taken', 'dismissed']) verdict!: 'taken' | 'dismissed';
  @Length(3, 500) @IsString() reason!: string;
}
