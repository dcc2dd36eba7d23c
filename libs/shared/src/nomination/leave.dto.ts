import { IsIn } from 'class-validator';
import { IsDateOnly } from '../platform/shape.dto.js';
import { leaveKinds, type LeaveKind } from './leave.types.js';

/** A leave from one day to another, both included. */
export class LeaveRequest {
  @IsIn(leaveKinds) kind!: LeaveKind;
  @IsDateOnly() startsOn!: string;
  @IsDateOnly() endsOn!: string;
}
