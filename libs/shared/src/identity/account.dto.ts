import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { PageQuery } from '../platform/paging.dto.js';
import { clientScopes, roles, scopeKinds, type ClientScope, type Role, type ScopeKind } from './permission.types.js';

/** A role to be held within a scope; exactly the targets that the scope needs are given. */
export class GrantRequest {
  @IsIn(roles) role!: Role;
  @IsIn(scopeKinds) scope!: ScopeKind;
  @IsOptional() @IsUUID() agencyId?: string;
  @IsOptional() @IsUUID() unitId?: string;
  @IsOptional() @IsUUID() cohortId?: string;
}

/** A new account: of a person, or of somebody who is not on record. */
export class CreateAccountRequest {
  @IsOptional() @IsUUID() personId?: string;
  @IsString() @MinLength(3) @MaxLength(254) @Matches(/^[a-z0-9][a-z0-9._@+-]+$/) login!: string;
  @IsString() @MinLength(1) @MaxLength(200) displayName!: string;
  @IsArray() @ArrayMaxSize(20) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => GrantRequest) grants!: GrantRequest[];
}

/** Query of the list of accounts: `q` looks in name and login. */
export class AccountQuery extends PageQuery {
  @IsOptional() @IsIn(roles) role?: Role;
}

/** A new machine client. Without an agency it reads nationally. */
export class CreateClientRequest {
  @IsString() @MinLength(3) @MaxLength(120) name!: string;
  @IsOptional() @IsUUID() agencyId?: string;
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(10) @IsIn(Object.keys(clientScopes), { each: true }) scopes!: ClientScope[];
}
