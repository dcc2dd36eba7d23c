import { Module } from '@nestjs/common';
import { PublicPages } from './public-pages.js';
import { VerificationController } from './verification.controller.js';
import { VerificationService } from './verification.service.js';

@Module({ controllers: [VerificationController], providers: [VerificationService, PublicPages] })
export class VerificationModule {}
