import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { RemindersRequest, type Reminders } from '@jenjang/shared';
import { Allow, CurrentActor, type Actor } from '../platform/index.js';
import { ReminderService } from './reminder.service.js';

/** When the people of a cohort are reminded. */
@Controller('api/v1/cohorts/:id/reminders')
export class ReminderController {
  constructor(private readonly reminders: ReminderService) {}

  @Get() @Allow('message.manage')
  days(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Reminders> {
    return this.reminders.days(actor, id);
  }

  @Put() @Allow('message.manage')
  setDays(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() request: RemindersRequest): Promise<Reminders> {
    return this.reminders.setDays(actor, id, request);
  }
}
