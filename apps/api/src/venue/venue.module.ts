import { Module } from '@nestjs/common';
import { VenueController } from './venue.controller.js';
import { VenueService } from './venue.service.js';

/** Places where sessions are held. */
@Module({ controllers: [VenueController], providers: [VenueService] })
export class VenueModule {}
