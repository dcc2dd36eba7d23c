import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

/** Signing in with a login (e-mail, user name or NIP) and a password. */
export class LoginRequest {
  @IsString() @MinLength(3) @MaxLength(254) login!: string;
  @IsString() @MinLength(1) @MaxLength(200) password!: string;
}

/** Setting a password through a link that works once. */
export class SetPasswordRequest {
  @IsString() @MinLength(10) @MaxLength(200) password!: string;
}

/** Asking for a reset link; the answer is the same whether the login exists or not. */
export class ResetRequest {
  @IsString() @MinLength(3) @MaxLength(254) login!: string;
}

/** Changing one's own password. */
export class ChangePasswordRequest {
  @IsString() @MinLength(1) @MaxLength(200) current!: string;
  @IsString() @MinLength(10) @MaxLength(200) password!: string;
}

/** Changing one's own language. */
export class PreferencesRequest {
  @IsIn(['id', 'en']) locale!: 'id' | 'en';
}

/** RFC 6749 client credentials. */
export class TokenRequest {
  @IsIn(['client_credentials']) grant_type!: 'client_credentials';
  @IsOptional() @IsString() @MaxLength(200) scope?: string;
  @IsOptional() @IsString() @MaxLength(100) client_id?: string;
  @IsOptional() @IsString() @MaxLength(200) client_secret?: string;
}
