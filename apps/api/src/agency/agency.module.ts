import { Module } from '@nestjs/common';
import { AgencyController } from './agency.controller.js';
import { AgencyService } from './agency.service.js';
import { UnitService } from './unit.service.js';

@Module({ controllers: [AgencyController], providers: [AgencyService, UnitService] })
export class AgencyModule {}
