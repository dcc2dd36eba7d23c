import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsString, IsUUID, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { documentKinds, letterForms, orientations, type DocumentKind, type LetterForm, type NumberedKind, type Orientation } from './document.types.js';

const trimmedLines = ({ value }: { value: unknown }): unknown =>
  (Array.isArray(value) ? value.map((line: unknown) => (typeof line === 'string' ? line.trim() : line)).filter((line) => line !== '') : value);

/** Making a paper of a cohort. */
export class MakeDocumentRequest {
  @IsIn(documentKinds) kind!: DocumentKind;
  /** Only the people of this class. */
  @IsOptional() @IsUUID() classId?: string;
  /** The sessions of an attendance sheet. */
  @ValidateIf(({ kind }: MakeDocumentRequest) => kind === 'attendance_sheet') @ArrayMaxSize(60) @IsUUID(undefined, { each: true }) @IsArray() sessionIds?: string[];
  @IsOptional() @IsIn(letterForms) form: LetterForm = 'joint';
  @IsOptional() @IsIn(orientations) orientation: Orientation = 'portrait';
  /** What a letter rests on, one ground each. */
  @IsOptional() @Transform(trimmedLines) @ArrayMaxSize(8) @MaxLength(300, { each: true }) @MinLength(3, { each: true }) @IsString({ each: true }) @IsArray() grounds: string[] = [];
}

/** The template of each numbered kind; a kind that is left out keeps its own. */
export class NumberingRequest {
  @IsObject() templates!: Partial<Record<NumberedKind, string>>;
}
