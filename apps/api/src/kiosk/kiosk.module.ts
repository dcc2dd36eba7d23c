import { Module } from '@nestjs/common';
import { DeviceService } from './device.service.js';
import { JudgementService } from './judgement.service.js';
import { KioskController } from './kiosk.controller.js';
import { ParcelService } from './parcel.service.js';

/** Attendance that survives a day without a network. */
@Module({ controllers: [KioskController], providers: [DeviceService, ParcelService, JudgementService] })
export class KioskModule {}
