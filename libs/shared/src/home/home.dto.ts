import { IsIn, IsOptional } from 'class-validator';
import { roles, type Role } from '../identity/permission.types.js';

/** Whose home: the role in use, or every role held. */
export class HomeQuery {
  @IsOptional() @IsIn(roles) role?: Role;
}
