import { createHash, timingSafeEqual } from 'node:crypto';
import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ReceiptRequest } from '@jenjang/shared';
import { CONFIG, HttpProblem, Public, type Config } from '../platform/index.js';
import { CourierService } from './courier.service.js';

const outcomes = { delivered: 'delivered', read: 'opened', failed: 'failed' } as const;

/** Where the WhatsApp gateway tells what became of a message. Closed unless a token is configured. */
@Controller('api/v1/whatsapp-receipts')
export class ReceiptController {
  constructor(
    private readonly courier: CourierService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The token is the demand. A message that is not known is answered like one that is: gateways repeat what fails. */
  @Post() @Public() @HttpCode(204)
  async take(@Headers('authorization') authorization: string | undefined, @Body() { id, status }: ReceiptRequest): Promise<void> {
    const { whatsappToken } = this.config;
    if (!whatsappToken || !isSame(authorization ?? '', `Bearer ${whatsappToken}`)) throw new HttpProblem(401, 'signIn.required');
    await this.courier.noteReceipt(id, outcomes[status]);
  }
}

/** Compares without telling by its time how much was right. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
