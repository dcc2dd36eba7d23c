import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateIf, ValidateNested,
} from 'class-validator';
import type { CertificateDesign } from '../certificate/certificate.types.js';
import type { GraduationCriteria, PredicateBand, ScoreComponent } from '../graduation/graduation.types.js';
import { PageQuery } from '../platform/index.js';
import { activityKinds, audiences, diklatForms, type ActivityKind, type Audience, type DiklatForm } from './programme.types.js';

const percent = { allowNaN: false, allowInfinity: false, maxDecimalPlaces: 2 };

/** Query of the list of programmes. `q` looks at code and name. */
export class ProgrammeQuery extends PageQuery {
  @IsOptional() @Matches(/^[A-Z0-9]{2,12}$/) academy?: string;
  /** `national` for templates, `own` for those of agencies. */
  @IsOptional() @IsIn(['national', 'own']) owner?: 'national' | 'own';
}

/** What a programme says of itself. */
export class ProgrammeRequest {
  @IsUUID() academyId!: string;
  /** Owner; left out for a national template. */
  @IsOptional() @IsUUID() agencyId?: string;
  @Matches(/^[A-Z0-9-]{2,24}$/) code!: string;
  @IsString() @MinLength(3) @MaxLength(200) name!: string;
  @IsOptional() @IsString() @MaxLength(4000) description = '';
  /** Who owns the programme, as printed: `Badan Pengembangan SDM Komdigi`. */
  @IsString() @MinLength(3) @MaxLength(200) ownerName!: string;
  /** SIASN jenisDiklat, 1 to 25. */
  @IsInt() @Min(1) @Max(25) diklatKind!: number;
  @IsIn(diklatForms) diklatForm!: DiklatForm;
  @IsIn(audiences) audience!: Audience;
}

/** Changes of a programme; what is left out stays. */
export class ProgrammeChange {
  @IsInt() @Min(1) version!: number;
  @IsOptional() @IsUUID() academyId?: string;
  @IsOptional() @Matches(/^[A-Z0-9-]{2,24}$/) code?: string;
  @IsOptional() @IsString() @MinLength(3) @MaxLength(200) name?: string;
  @IsOptional() @IsString() @MaxLength(4000) description?: string;
  @IsOptional() @IsString() @MinLength(3) @MaxLength(200) ownerName?: string;
  @IsOptional() @IsInt() @Min(1) @Max(25) diklatKind?: number;
  @IsOptional() @IsIn(diklatForms) diklatForm?: DiklatForm;
  @IsOptional() @IsIn(audiences) audience?: Audience;
  @IsOptional() @IsBoolean() archived?: boolean;
}

/** A programme of one's own, made from another with its newest published curriculum as draft. */
export class FromTemplateRequest {
  @IsUUID() templateId!: string;
  @IsUUID() agencyId!: string;
}

export class ScoreComponentRequest implements ScoreComponent {
  @IsString() @MinLength(1) @MaxLength(40) code!: string;
  @IsString() @MinLength(1) @MaxLength(120) title!: string;
  @IsNumber(percent) weight!: number;
  @IsOptional() @IsNumber(percent) minScore: number | null = null;
}

export class PredicateBandRequest implements PredicateBand {
  @IsNumber(percent) from!: number;
  @IsString() @MaxLength(60) title!: string;
}

export class CriteriaRequest implements GraduationCriteria {
  @IsOptional() @IsNumber(percent) minAttendancePercent: number | null = null;
  @IsBoolean() excusedLeavesDenominator!: boolean;
  @IsBoolean() allModules!: boolean;
  @IsArray() @ArrayMaxSize(20) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => ScoreComponentRequest) components!: ScoreComponentRequest[];
  @IsOptional() @IsNumber(percent) minFinalScore: number | null = null;
  @IsArray() @ArrayMaxSize(10) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => PredicateBandRequest) predicates!: PredicateBandRequest[];
  @IsIn(['graduated', 'attended']) outcome!: 'graduated' | 'attended';
}

export class CertificateDesignRequest implements CertificateDesign {
  @IsIn(['graduation', 'attendance']) kind!: CertificateDesign['kind'];
  @IsString() @MinLength(3) @MaxLength(80) heading!: string;
  @IsString() @MaxLength(120) numberTemplate!: string;
  @IsIn(['YEAR', 'YEAR_UNIT', 'COHORT', 'PROGRAMME_YEAR']) counterScope!: CertificateDesign['counterScope'];
  @IsIn(['full', 'masked']) nipShown!: CertificateDesign['nipShown'];
  @IsOptional() @IsInt() @Min(1) @Max(50) validYears: number | null = null;
}

/** What a draft demands and how its certificates look. */
export class CurriculumRequest {
  @IsInt() @Min(1) version!: number;
  @IsNumber(percent) @Min(0.25) @Max(999) lessonHours!: number;
  @IsObject() @ValidateNested() @Type(() => CriteriaRequest) criteria!: CriteriaRequest;
  @IsObject() @ValidateNested() @Type(() => CertificateDesignRequest) certificateDesign!: CertificateDesignRequest;
}

/** Names the curriculum as it was seen, for acts that must not meet another's change. */
export class CurriculumVersion {
  @IsInt() @Min(1) version!: number;
}

export class ModuleRequest {
  @IsString() @MinLength(1) @MaxLength(24) code!: string;
  @IsString() @MinLength(2) @MaxLength(200) title!: string;
  @IsOptional() @IsString() @MaxLength(2000) summary = '';
  @IsNumber(percent) @Min(0) @Max(999) lessonHours!: number;
}

export class ModuleChange extends ModuleRequest {
  /** Fingerprint of the module that the change started from. */
  @IsString() @MaxLength(64) version!: string;
}

/** A page has a body, the other kinds a file. */
export class ActivityRequest {
  @IsIn(activityKinds) kind!: ActivityKind;
  @IsString() @MinLength(2) @MaxLength(200) title!: string;
  @ValidateIf(({ kind }: ActivityRequest) => kind === 'page') @IsString() @MaxLength(200_000) body?: string;
  @ValidateIf(({ kind }: ActivityRequest) => kind !== 'page') @IsUUID() fileId?: string;
  @IsBoolean() required!: boolean;
}

export class ActivityChange extends ActivityRequest {
  /** Fingerprint of the activity that the change started from. */
  @IsString() @MaxLength(64) version!: string;
}

/** The new order: every id of the list exactly once. */
export class OrderRequest {
  @IsArray() @ArrayMaxSize(500) @ArrayUnique() @IsUUID(undefined, { each: true }) ids!: string[];
}
