import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsNumber, IsObject, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { ResumePoint } from './learning.types.js';

const finite = { allowNaN: false, allowInfinity: false };

export class ResumePointRequest implements ResumePoint {
  /** Share of the page's length above the fold, 0 to 1. */
  @IsOptional() @IsNumber(finite) @Min(0) @Max(1) scroll?: number;
  @IsOptional() @IsInt() @Min(1) @Max(10_000) page?: number;
  @IsOptional() @IsNumber(finite) @Min(0) @Max(86_400) second?: number;
}

/** A step of a participant. `completed: false` never takes back what is done. */
export class ProgressRequest {
  @IsOptional() @IsObject() @ValidateNested() @Type(() => ResumePointRequest) resumeAt?: ResumePointRequest;
  @IsOptional() @IsBoolean() completed?: boolean;
}

/** Markdown to be seen as participants will see it. */
export class PreviewRequest {
  @IsString() @MaxLength(200_000) body!: string;
}
