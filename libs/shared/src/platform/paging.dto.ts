import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';

/** Query of every bounded list. */
export class PageQuery {
  /** Words to look for; what they match is said by each list. */
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  /** Column to sort by, a leading minus for descending. Each list names its columns. */
  @IsOptional() @IsString() @MaxLength(40) sort?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1_000_000) page = 1;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) size = 50;
}
