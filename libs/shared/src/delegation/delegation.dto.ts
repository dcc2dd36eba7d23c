import { Transform } from 'class-transformer';
import { IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { IsDateOnly } from '../platform/shape.dto.js';

/** Naming a deputy for a right of one's own, from one day to another, both included. */
export class DelegateRequest {
  @IsUUID() grantId!: string;
  @IsUUID() deputyId!: string;
  @IsDateOnly() startsOn!: string;
  @IsDateOnly() endsOn!: string;
  @IsOptional() @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString() @MaxLength(500) note = '';
}

/** Looking for a deputy by name or NIP, within the agency of the right. */
export class DeputyQuery {
  @IsUUID() grantId!: string;
  @IsString() @MinLength(2) @MaxLength(100) q!: string;
}
