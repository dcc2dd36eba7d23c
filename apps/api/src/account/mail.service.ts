import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../platform/index.js';

/** Mail that identity itself must send. Off until SMTP_URL is configured. */
@Injectable()
export class MailService {
  private readonly transport: Transporter | null;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.transport = config.smtpUrl ? createTransport(config.smtpUrl) : null;
  }

  get ready(): boolean {
    return this.transport !== null;
  }

  async sendReset(to: string, url: string): Promise<void> {
    const host = new URL(this.config.publicUrl).hostname;
    await this.transport?.sendMail({
      from: `Jenjang <no-reply@${host}>`,
      to,
      subject: 'Atur ulang kata sandi Jenjang · Reset your Jenjang password',
      text: `Buka tautan ini dalam 2 jam untuk mengatur ulang kata sandi Anda:\n${url}\n\nOpen this link within 2 hours to reset your password.\n\nAbaikan surel ini bila Anda tidak memintanya. Ignore this mail if you did not ask for it.\n`,
    });
  }
}
