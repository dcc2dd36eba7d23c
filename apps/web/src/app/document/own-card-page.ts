import { Component, computed, effect, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { Banner } from '../ui/banner';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { QrCode } from '../ui/qr-code';
import { DocumentApi } from './document-api';
import { keptCards } from './kept-cards';
import { isUnreachable } from './own-card.guard';

/** "Kartu saya": the reader's cards large enough for any scanner, also where there is no network. */
@Component({
  selector: 'j-own-card-page',
  imports: [Banner, EmptyState, Icon, MatButton, QrCode, RouterLink, TranslocoPipe],
  templateUrl: './own-card-page.html',
  styleUrl: './own-card-page.css',
})
export class OwnCardPage {
  private readonly kept = keptCards.read();
  protected readonly resource = inject(DocumentApi).ownCards();
  private readonly found = loaded(this.resource);
  /** Whether the cards are those of the last visit, since no server can be asked. */
  protected readonly isKept = computed(() => this.kept !== null && isUnreachable(this.resource.error()));
  protected readonly cards = computed(() => (this.isKept() ? this.kept : this.found.value()));
  protected readonly problem = computed(() => (this.isKept() ? null : this.found.problem()));

  constructor() {
    effect(() => {
      const cards = this.found.value();
      if (cards !== null) keptCards.write(cards);
    });
  }

  protected print(): void {
    window.print();
  }
}
