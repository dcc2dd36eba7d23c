import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DomSanitizer, type SafeResourceUrl } from '@angular/platform-browser';
import { TranslocoPipe } from '@jsverse/transloco';
import { Card } from '../ui/card';
import { Icon } from '../ui/icon';
import { paperUrl } from './certificate-api';

/** The paper itself, as it was issued. Phones cannot draw a PDF inside a page: there it opens on its own. */
@Component({
  selector: 'j-paper-preview',
  imports: [Card, Icon, MatButton, TranslocoPipe],
  template: `<j-card [heading]="'certificate.paper.heading' | transloco">
    <a cardAside matButton="outlined" class="sm" target="_blank" rel="noopener" [href]="address()">
      <j-icon name="file" [size]="16" />{{ 'certificate.paper.open' | transloco }}
    </a>
    <iframe [src]="framed()" [title]="'certificate.paper.of' | transloco: { number: number() }"></iframe>
    <p class="muted small"><ng-content /></p>
  </j-card>`,
  styles: `
    iframe {
      display: block;
      width: 100%;
      aspect-ratio: 297 / 210;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-s);
      background: #fff;
    }
    p {
      margin: var(--s3) 0 0;
    }
    p:empty {
      display: none;
    }
    @media (max-width: 800px), (pointer: coarse) {
      iframe {
        display: none;
      }
    }
  `,
})
export class PaperPreview {
  readonly certificateId = input.required<string>();
  readonly number = input.required<string>();

  private readonly sanitizer = inject(DomSanitizer);
  protected readonly address = computed(() => paperUrl(encodeURIComponent(this.certificateId())));
  /** Our own address with an id of ours; the viewer's bars are left out, the page is fitted to the frame. */
  protected readonly framed = computed<SafeResourceUrl>(() =>
    this.sanitizer.bypassSecurityTrustResourceUrl(`${this.address()}#toolbar=0&navpanes=0&view=FitH`),
  );
}
