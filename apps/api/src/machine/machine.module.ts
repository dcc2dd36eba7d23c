import { Module } from '@nestjs/common';
import { ClientController } from './client.controller.js';
import { ClientService } from './client.service.js';
import { OauthController } from './oauth.controller.js';
import { OauthService } from './oauth.service.js';

/** Machine clients and their tokens. */
@Module({ controllers: [ClientController, OauthController], providers: [ClientService, OauthService] })
export class MachineModule {}
