import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, IsUUID, Min } from 'class-validator';
import { PageQuery } from '../platform/paging.dto.js';
import { rosterKinds, rowOutcomes, type RosterKind, type RowOutcome } from './roster.types.js';

/** Blank fields of a multipart form are fields left out. */
const blankIsNone = ({ value }: { value: unknown }): unknown => (value === '' ? undefined : value);

/** A file to import: sent along as `file`, or one that was uploaded before. Participants name their cohort. */
export class StartRosterRequest {
  @IsIn(rosterKinds) kind!: RosterKind;
  @IsUUID() agencyId!: string;
  @IsOptional() @Transform(blankIsNone) @IsUUID() cohortId?: string;
  @IsOptional() @Transform(blankIsNone) @IsUUID() fileId?: string;
}

/** Which heading holds which field. */
export class MapRosterRequest {
  @Type(() => Number) @Min(1) @IsInt() version!: number;
  /** Field to heading; a field left out is not imported. */
  @IsObject() columns!: Record<string, string>;
}

/** Cells of a row, mended: field to text. */
export class MendRowRequest {
  @IsObject() cells!: Record<string, string>;
}

/** Taking an import over: all rows or none, or those that are in order. */
export class CommitRosterRequest {
  @Min(1) @IsInt() version!: number;
  @IsIn(['all', 'valid']) mode!: 'all' | 'valid';
}

/** Undoing an import: everything or nothing, or what nobody has changed since. */
export class UndoRosterRequest {
  @IsIn(['all', 'unchanged']) mode!: 'all' | 'unchanged';
}

/** Rows of an import in the order of the file; words are looked for in every cell. */
export class RosterRowQuery extends PageQuery {
  @IsOptional() @IsIn(rowOutcomes) outcome?: RowOutcome;
}

/** Which template. */
export class TemplateQuery {
  @IsIn(rosterKinds) kind!: RosterKind;
}
