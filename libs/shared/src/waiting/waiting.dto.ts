import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { reasonsToLeave } from '../enrolment/move.types.js';
import { PageQuery } from '../platform/paging.dto.js';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() || undefined : value);

/** Offering a seat by hand. Out of order it wants a reason. */
export class OfferSeatRequest {
  @IsUUID() enrolmentId!: string;
  @IsOptional() @Transform(trimmed) @MinLength(3) @MaxLength(500) @IsString() reason?: string;
}

export type LeavingReason = (typeof reasonsToLeave)['withdrawn'][number];

/** Leaving a cohort, with a reason code; `other` wants words. */
export class WithdrawRequest {
  @IsIn(reasonsToLeave.withdrawn) code!: LeavingReason;
  @IsOptional() @Transform(trimmed) @MinLength(3) @MaxLength(500) @IsString() reason?: string;
}

/** Leaving, and somebody else coming in the same moment. */
export class ReplaceRequest extends WithdrawRequest {
  @IsUUID() personId!: string;
}

/** People who could replace a participant; words are looked for in the name, digits in the NIP. */
export class ReplacementQuery extends PageQuery {}
