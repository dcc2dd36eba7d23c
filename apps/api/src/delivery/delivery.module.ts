import { Module } from '@nestjs/common';
import { Attachments } from './attachments.js';
import { CourierService } from './courier.service.js';
import { DeliveryWorker } from './delivery.worker.js';
import { ExpansionService } from './expansion.service.js';
import { Mailer } from './mailer.js';
import { ReceiptController } from './receipt.controller.js';
import { HttpWhatsappGateway, WhatsappGateway } from './whatsapp.js';

/** From announcements to mailboxes and phones. */
@Module({
  controllers: [ReceiptController],
  providers: [Attachments, CourierService, DeliveryWorker, ExpansionService, Mailer, { provide: WhatsappGateway, useClass: HttpWhatsappGateway }],
  exports: [Attachments, DeliveryWorker, ExpansionService, Mailer, WhatsappGateway],
})
export class DeliveryModule {}
