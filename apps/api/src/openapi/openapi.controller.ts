import { Controller, Get, Header, Inject } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { collectRoutes, CONFIG, Public, type Config } from '../platform/index.js';
import { describeRoutes } from './openapi.document.js';
import { drawReference } from './openapi.page.js';

/** The API as described to integrators. */
@Controller('api')
export class OpenapiController {
  constructor(
    private readonly discovery: DiscoveryService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('openapi.json') @Public()
  document(): object {
    return describeRoutes(collectRoutes(this.discovery), this.config.publicUrl);
  }

  @Get('docs') @Public() @Header('content-type', 'text/html; charset=utf-8')
  reference(): string {
    return drawReference(describeRoutes(collectRoutes(this.discovery), this.config.publicUrl));
  }
}
