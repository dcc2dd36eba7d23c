import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsObject, IsOptional, IsUUID, Max, Min, ValidateIf, ValidateNested } from 'class-validator';

/** A report that was uploaded before, with purpose `report`. */
export class PreviewReportRequest {
  @IsUUID() fileId!: string;
}

/** Who an attendee of the preview is; null for nobody of the cohort. */
export class ReportMatch {
  @Min(0) @Max(5000) @IsInt() index!: number;
  @ValidateIf((_: object, value: unknown) => value !== null) @IsUUID() enrolmentId!: string | null;
}

/** Taking a report over. Attendees that are not named stay as the preview matched them. */
export class TakeReportRequest extends PreviewReportRequest {
  @IsArray() @ArrayMaxSize(5000) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => ReportMatch) matches: ReportMatch[] = [];
  /** Whether participants that the report does not name are marked absent, when nothing was said of them. */
  @IsOptional() @IsBoolean() absentOthers = false;
  /** Whether marks made by hand are replaced as well. */
  @IsOptional() @IsBoolean() replaceHandMade = false;
}
