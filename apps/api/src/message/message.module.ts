import { Module } from '@nestjs/common';
import { DeliveryModule } from '../delivery/index.js';
import { ClassMessageController } from './class-message.controller.js';
import { ClassMessageService } from './class-message.service.js';
import { LogController } from './log.controller.js';
import { LogService } from './log.service.js';
import { TemplateController } from './template.controller.js';
import { TemplateService } from './template.service.js';
import { TestMail } from './test-mail.js';

/** What people are told: the log, templates, and messages to a class. */
@Module({
  imports: [DeliveryModule],
  controllers: [LogController, ClassMessageController, TemplateController],
  providers: [LogService, ClassMessageService, TemplateService, TestMail],
})
export class MessageModule {}
