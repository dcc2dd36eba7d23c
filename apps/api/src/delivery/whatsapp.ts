import { Inject, Injectable } from '@nestjs/common';
import { gatewayOutcome, type Outcome } from '@jenjang/shared';
import { CONFIG, type Config } from '../platform/index.js';

const LONGEST_MS = 10_000;
const LONGEST_ANSWER = 100_000;

/** A message for a WhatsApp number. */
export interface WhatsappText {
  /** `+628…` */
  readonly to: string;
  readonly text: string;
  /** The same for every try: gateways that know the header take it once. */
  readonly id: string;
}

/** The way to WhatsApp; another gateway is another class in this place. */
export abstract class WhatsappGateway {
  abstract readonly ready: boolean;
  abstract send(message: WhatsappText): Promise<Outcome>;
}

/** A gateway that takes `POST {id, to, text}` as JSON and answers `{id, status?}`. Off until WHATSAPP_URL is configured. */
@Injectable()
export class HttpWhatsappGateway extends WhatsappGateway {
  constructor(@Inject(CONFIG) private readonly config: Config) {
    super();
  }

  get ready(): boolean {
    return Boolean(this.config.whatsappUrl);
  }

  async send(message: WhatsappText): Promise<Outcome> {
    if (!this.config.whatsappUrl) return { kind: 'deferred', code: 'channelOff', detail: '' };
    try {
      const response = await fetch(this.config.whatsappUrl, {
        method: 'POST', redirect: 'error', signal: AbortSignal.timeout(LONGEST_MS), body: JSON.stringify(message),
        headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': message.id, ...(this.config.whatsappToken ? { authorization: `Bearer ${this.config.whatsappToken}` } : {}) },
      });
      return gatewayOutcome(response.status, objectOf(await textOf(response)));
    } catch (error) {
      return { kind: 'deferred', code: 'whatsapp.connection', detail: (error as Error).message.slice(0, 500) };
    }
  }
}

/** The answer's text as far as one may be expected to be long. */
async function textOf(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > LONGEST_ANSWER) break;
  }
  return text;
}

function objectOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
