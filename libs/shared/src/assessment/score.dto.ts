import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsNumber, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';

/** One participant's score in one component. */
export class ScoreRequest {
  @IsUUID() enrolmentId!: string;
  @IsString() @MinLength(1) @MaxLength(40) component!: string;
  @Max(100) @Min(0) @IsNumber({ maxDecimalPlaces: 2 }) value!: number;
  /** The score that this one corrects; null when none was seen. */
  @IsOptional() @IsUUID() supersedes: string | null = null;
  @IsOptional() @IsString() @MaxLength(500) reason?: string;
}

/** Scores of many participants of one cohort. */
export class SaveScoresRequest {
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(2000) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => ScoreRequest) scores!: ScoreRequest[];
}
