import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { historyKinds, type HistoryKind } from './audit.types.js';

/** Asks for the history of one record, newest first. */
export class HistoryQuery {
  @IsIn(Object.keys(historyKinds)) kind!: HistoryKind;
  @IsUUID() id!: string;
  /** Only entries older than this one. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) before?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) size = 50;
}
