import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { PageQuery } from '../platform/paging.dto.js';
import { certificateReasonCodes, type CertificateReasonCode } from './state.types.js';

/** Certificates for these participants of a cohort; without a list, for everyone who may have one. */
export class IssueRequest {
  @IsOptional() @IsArray() @ArrayNotEmpty() @ArrayMaxSize(20_000) @IsUUID(undefined, { each: true }) enrolmentIds?: string[];
}

/** Revoking for good. The public text is read by anyone who checks the certificate. */
export class RevokeRequest {
  @IsIn(certificateReasonCodes) reasonCode!: CertificateReasonCode;
  @IsString() @MinLength(5) @MaxLength(500) publicText!: string;
  @IsOptional() @IsString() @MaxLength(2000) privateNote?: string;
}

/** Query of the register of certificates: `q` looks in name, NIP and number. */
export class CertificateQuery extends PageQuery {
  @IsOptional() @IsUUID() cohortId?: string;
  @IsOptional() @IsIn(['active', 'suspended', 'revoked', 'superseded']) state?: string;
}
