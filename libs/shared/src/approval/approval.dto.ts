import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { reasonsToLeave } from '../enrolment/index.js';

type LeaveReason = (typeof reasonsToLeave.rejected)[number];

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

/** Opening a link; the NIP only where it is asked for. */
export class OpenApprovalRequest {
  @IsOptional() @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replace(/\D/g, '') : value)) @MaxLength(40) @IsString() nip?: string;
}

/** What the approver says of one person. Rejecting wants a reason. */
export class ApprovalDecision {
  @IsUUID() enrolmentId!: string;
  @IsBoolean() approve!: boolean;
  @IsOptional() @IsIn(reasonsToLeave.rejected) code?: LeaveReason;
  @IsOptional() @Transform(trimmed) @MinLength(3) @MaxLength(500) @IsString() reason?: string;
}

/** What the approver says of everyone the link asks about. */
export class DecideApprovalRequest {
  @Type(() => ApprovalDecision) @ValidateNested({ each: true }) @ArrayMinSize(1) @ArrayMaxSize(1000) @IsArray() decisions!: ApprovalDecision[];
}

/** Making a link by hand, for everyone who waits for this approver or for some of them. */
export class CreateApprovalLinkRequest {
  @IsUUID() approverId!: string;
  @IsOptional() @ArrayMinSize(1) @ArrayMaxSize(1000) @IsUUID(undefined, { each: true }) @IsArray() enrolmentIds?: string[];
}
