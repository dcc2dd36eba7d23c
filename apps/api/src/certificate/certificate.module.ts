import { Module } from '@nestjs/common';
import { CertificateController } from './certificate.controller.js';
import { CertificateService } from './certificate.service.js';
import { IssuingService } from './issuing.service.js';

@Module({ controllers: [CertificateController], providers: [CertificateService, IssuingService] })
export class CertificateModule {}
