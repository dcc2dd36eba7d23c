import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Notices } from '../platform/notices';
import { Icon } from '../ui/icon';

const shownFor = 2_500;

/** Gives away the public address of a certificate: by the clipboard everywhere, by the system's sharing where it has one. */
@Component({
  selector: 'j-verification-link',
  imports: [Icon, MatButton, TranslocoPipe],
  template: `<button matButton="outlined" [class.sm]="small()" (click)="copy()">
      <j-icon [name]="isCopied() ? 'check' : 'link'" [size]="16" />{{
        (isCopied() ? 'certificate.link.copied' : 'certificate.link.copy') | transloco
      }}
    </button>
    @if (canShare) {
      <button matButton="outlined" [class.sm]="small()" (click)="share()">
        <j-icon name="upload" [size]="16" />{{ 'certificate.link.share' | transloco }}
      </button>
    }
    <span class="vh" role="status">{{ isCopied() ? ('certificate.link.copied' | transloco) : '' }}</span>`,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class VerificationLink {
  /** Absolute address of the public page. */
  readonly url = input.required<string>();
  /** What is shared, as the receiver reads it. */
  readonly heading = input.required<string>();
  readonly small = input(true);

  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  protected readonly canShare = typeof navigator.share === 'function';
  protected readonly isCopied = signal(false);
  private readonly shared = computed(() => ({ title: this.heading(), url: this.url() }));

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.url());
      this.isCopied.set(true);
      setTimeout(() => this.isCopied.set(false), shownFor);
    } catch {
      // Without a secure connection browsers keep the clipboard shut: the reader copies it by hand.
      this.notices.show(this.transloco.translate('certificate.link.byHand', { url: this.url() }), 'bad');
    }
  }

  protected async share(): Promise<void> {
    try {
      await navigator.share(this.shared());
    } catch {
      // The reader closed the system's dialog.
    }
  }
}
