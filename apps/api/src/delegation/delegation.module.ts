import { Module } from '@nestjs/common';
import { DelegationController } from './delegation.controller.js';
import { DelegationService } from './delegation.service.js';

/** Named deputies of agency heads. What they may do meanwhile comes with their grants. */
@Module({ controllers: [DelegationController], providers: [DelegationService] })
export class DelegationModule {}
