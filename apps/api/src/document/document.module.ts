import { Module } from '@nestjs/common';
import { DocumentController } from './document.controller.js';
import { DocumentService } from './document.service.js';
import { OwnCardController } from './own-card.controller.js';
import { OwnCardService } from './own-card.service.js';

/** Papers of a committee. */
@Module({ controllers: [DocumentController, OwnCardController], providers: [DocumentService, OwnCardService] })
export class DocumentModule {}
