import { Module } from '@nestjs/common';
import { EnrolmentModule } from '../enrolment/index.js';
import { OfferSweep } from './offer-sweep.js';
import { OfferService } from './offer.service.js';
import { PromotionService } from './promotion.service.js';
import { ReplacementService } from './replacement.service.js';
import { WaitingController } from './waiting.controller.js';
import { WaitingService } from './waiting.service.js';

/** The waiting list: whose turn it is, offers that expire, leaving and replacing. */
@Module({ imports: [EnrolmentModule], controllers: [WaitingController], providers: [WaitingService, OfferService, PromotionService, OfferSweep, ReplacementService] })
export class WaitingModule {}
