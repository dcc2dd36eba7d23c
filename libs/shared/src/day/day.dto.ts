import { IsOptional, IsUUID } from 'class-validator';
import { IsDateOnly } from '../platform/shape.dto.js';

/** The day to show; the cohort's today when left out. */
export class DayQuery {
  @IsOptional() @IsDateOnly() date?: string;
}

/** Somebody on record who came without being a participant. */
export class WalkInRequest {
  @IsUUID() personId!: string;
}
