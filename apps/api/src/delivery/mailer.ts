import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { mailOutcome, type Locale, type Outcome } from '@jenjang/shared';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../platform/index.js';
import { mailHtml } from './mail.layout.js';

/** A file that goes with a mail. */
export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string | Buffer;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly locale: Locale;
  /** Left part of the Message-ID. The same for every try, so that a mailbox can drop a second copy. */
  readonly id: string;
  readonly attachments?: readonly MailAttachment[];
}

const CONNECTIONS = 8;
const ANSWER_MS = 10_000;
const SILENCE_MS = 30_000;
/** A server may drip its answers; after so long the try is over. Shorter than a claim. */
const LONGEST_MS = 90_000;

/** The only way mail leaves the program. Off until SMTP_URL is configured. */
@Injectable()
export class Mailer implements OnModuleDestroy {
  private readonly transport: Transporter | null;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.transport = config.smtpUrl
      ? createTransport({ url: config.smtpUrl, pool: true, maxConnections: CONNECTIONS, connectionTimeout: ANSWER_MS, greetingTimeout: ANSWER_MS, socketTimeout: SILENCE_MS, disableFileAccess: true, disableUrlAccess: true })
      : null;
  }

  get ready(): boolean {
    return this.transport !== null;
  }

  /** Sends once and says how it ended; never throws. */
  async send(mail: Mail): Promise<Outcome> {
    if (!this.transport) return { kind: 'deferred', code: 'channelOff', detail: '' };
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => { timer = setTimeout(() => { reject(new Error('no answer in time')); }, LONGEST_MS); });
    try {
      await Promise.race([this.transport.sendMail(this.optionsOf(mail)), late]);
      return { kind: 'sent', state: 'sent', gatewayId: null };
    } catch (error) {
      return mailOutcome(error as { responseCode?: number; code?: string; message: string });
    } finally {
      clearTimeout(timer);
    }
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }

  private optionsOf({ to, subject, body, locale, id, attachments = [] }: Mail): Parameters<Transporter['sendMail']>[0] {
    const host = new URL(this.config.publicUrl).hostname;
    return {
      from: this.config.mailFrom ?? `Jenjang <no-reply@${host}>`,
      to: { name: '', address: to },
      subject,
      text: `${body}\n`,
      html: mailHtml(subject, body, locale, this.config.publicUrl),
      messageId: `<${id}@${host}>`,
      list: { id: { url: `pemberitahuan.${host}`, comment: 'Jenjang' }, unsubscribe: `${this.config.publicUrl}/profil` },
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
      attachments: attachments.map((attachment) => ({ ...attachment })),
    };
  }
}
