import { Module } from '@nestjs/common';
import { EmploymentService } from './employment.service.js';
import { PersonController } from './person.controller.js';
import { PersonService } from './person.service.js';

@Module({ controllers: [PersonController], providers: [PersonService, EmploymentService] })
export class PersonModule {}
