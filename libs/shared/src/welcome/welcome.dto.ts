import { Transform } from 'class-transformer';
import { IsOptional, IsString, Matches, MaxLength, MinLength, registerDecorator } from 'class-validator';
import { IsDateOnly } from '../platform/index.js';
import { digitsOf } from './welcome.rules.js';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
const lower = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : value);

/** 18 digits, however they are grouped. The message holds how many there were. */
function IsNipDigits() {
  return (target: object, propertyName: string): void => {
    registerDecorator({
      name: 'isNipDigits', target: target.constructor, propertyName,
      validator: {
        validate: (value: unknown) => typeof value === 'string' && digitsOf(value).length === 18,
        defaultMessage: (args) => `digits: ${String(digitsOf(String(args?.value ?? '')).length)}`,
      },
    });
  };
}

/** What somebody with a NIP is asked first. */
export class WelcomeNipProof {
  @IsNipDigits() @MaxLength(40) @IsString() nip!: string;
  @IsDateOnly() birthDate!: string;
}

/** What somebody without a NIP is asked first: the last word of the full name. */
export class WelcomeNameProof {
  @Transform(trimmed) @MinLength(1) @MaxLength(200) @IsString() lastWord!: string;
  @IsDateOnly() birthDate!: string;
}

/** What the person signs in with from now on. A login is chosen only by those who have neither e-mail nor NIP. */
export class WelcomeChoice {
  @MinLength(10) @MaxLength(200) @IsString() password!: string;
  @IsOptional() @Transform(lower) @Matches(/^[a-z][a-z0-9._-]{2,59}$/) login?: string;
}

/** Making the account: one of the two answers, the birth date and what is chosen. */
export class WelcomeRequest extends WelcomeChoice {
  @IsOptional() @IsNipDigits() @MaxLength(40) @IsString() nip?: string;
  @IsOptional() @Transform(trimmed) @MaxLength(200) @IsString() lastWord?: string;
  @IsDateOnly() birthDate!: string;
}
