import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, HttpProblem, wordProblem, type Config, type Locale } from '../platform/index.js';
import { drawForm, drawNothing, drawVerification } from './verification.page.js';
import { VerificationService } from './verification.service.js';

/** A page for anybody, with its status. */
export interface PublicPage {
  readonly status: number;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The public pages of the check. Refusals are pages too, for whoever scanned a paper with a phone. */
@Injectable()
export class PublicPages {
  constructor(
    private readonly verifications: VerificationService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  form(locale: Locale): PublicPage {
    return { status: 200, html: drawForm(locale), headers: {} };
  }

  async code(text: string, address: string, locale: Locale): Promise<PublicPage> {
    try {
      const found = await this.verifications.verify(text, address, locale);
      return { status: 200, html: drawVerification(found, new URL(this.config.publicUrl).host, locale), headers: {} };
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error;
      return { status: error.status, html: drawNothing(text, wordProblem(error, locale, '').title, locale), headers: error.headers };
    }
  }
}
