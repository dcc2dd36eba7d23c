import { Controller, Get } from '@nestjs/common';
import type { OwnCard } from '@jenjang/shared';
import { CurrentActor, SignedIn, type Actor } from '../platform/index.js';
import { OwnCardService } from './own-card.service.js';

/** A participant's own cards, for the phone instead of the printed one. */
@Controller('api/v1/me/cards')
export class OwnCardController {
  constructor(private readonly cards: OwnCardService) {}

  @Get() @SignedIn()
  read(@CurrentActor() actor: Actor): Promise<readonly OwnCard[]> {
    return this.cards.read(actor);
  }
}
