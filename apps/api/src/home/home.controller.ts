import { Controller, Get, Query } from '@nestjs/common';
import { HomeQuery, type RoleHome } from '@jenjang/shared';
import { CurrentActor, SignedIn, type Actor } from '../platform/index.js';
import { HomeService } from './home.service.js';

/** What waits for the caller. */
@Controller('api/v1/me')
export class HomeController {
  constructor(private readonly homes: HomeService) {}

  @Get('tasks') @SignedIn()
  read(@CurrentActor() actor: Actor, @Query() query: HomeQuery): Promise<RoleHome> {
    return this.homes.read(actor, query);
  }
}
