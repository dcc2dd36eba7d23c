import { Module } from '@nestjs/common';
import { GraduationModule } from '../graduation/index.js';
import { AgendaController } from './agenda.controller.js';
import { AgendaService } from './agenda.service.js';

/** What is on for a participant: today, next, and the whole schedule. */
@Module({
  imports: [GraduationModule],
  controllers: [AgendaController],
  providers: [AgendaService],
})
export class AgendaModule {}
