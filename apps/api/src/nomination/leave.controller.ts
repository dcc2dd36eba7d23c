import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { LeaveRequest, type LeaveRow } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { LeaveService } from './leave.service.js';

/** Leave of people. */
@Controller('api/v1/people/:id/leave')
export class LeaveController {
  constructor(private readonly leaves: LeaveService) {}

  @Get() @Allow('person.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LeaveRow[]> {
    return this.leaves.list(actor, id);
  }

  @Post() @Allow('person.manage')
  add(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: LeaveRequest): Promise<LeaveRow> {
    return this.leaves.add(actor, id, request);
  }

  @Delete(':leaveId') @Allow('person.manage') @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('leaveId', ParseUUIDPipe) leaveId: string): Promise<void> {
    return this.leaves.remove(actor, id, leaveId);
  }
}
