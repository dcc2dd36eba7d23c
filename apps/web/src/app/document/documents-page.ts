import { Component, type ElementRef, computed, inject, linkedSignal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { DomSanitizer, type SafeResourceUrl } from '@angular/platform-browser';
import { type DocumentList, type DocumentRow, documentKindLabels } from '@jenjang/shared/document';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { CohortStore } from '../cohort';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Day, Figure } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { DocumentApi, documentUrl } from './document-api';
import type { Making } from './make-document-dialog';

/** "Naskah" of a cohort: letters, lists, sheets and cards as they were made, to look at, load and print. */
@Component({
  selector: 'j-documents-page',
  imports: [Banner, Card, Day, EmptyState, Figure, Icon, MatButton, TranslocoPipe],
  templateUrl: './documents-page.html',
  styleUrl: './documents-page.css',
})
export class DocumentsPage {
  private readonly store = inject(CohortStore);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly sanitizer = inject(DomSanitizer);
  private readonly words = wordsOf('document');
  private readonly locale = inject(LocaleService).locale;
  private readonly paper = viewChild<ElementRef<HTMLIFrameElement>>('paper');
  protected readonly resource = inject(DocumentApi).list(this.store.id);
  protected readonly list = loaded(this.resource);
  /** The paper to look at: the newest until another is chosen. */
  protected readonly shown = linkedSignal<DocumentRow | null>(() => this.list.value()?.rows[0] ?? null);
  /** Our own address with an id of ours; the viewer's bars are left out. */
  protected readonly framed = computed<SafeResourceUrl | null>(() => {
    const row = this.shown();
    return (
      row &&
      this.sanitizer.bypassSecurityTrustResourceUrl(`${documentUrl(row.id)}#toolbar=0&navpanes=0&view=FitH`)
    );
  });
  protected readonly addressOf = ({ id }: DocumentRow): string => documentUrl(id);

  protected nameOf({ kind }: DocumentRow): string {
    return documentKindLabels[kind][this.locale()];
  }

  protected numberOf({ number, lastNumber }: DocumentRow): string {
    return lastNumber === null
      ? (number ?? this.words('document.unnumbered'))
      : `${number ?? ''} – ${lastNumber}`;
  }

  protected async make(list: DocumentList): Promise<void> {
    const cohort = this.store.cohort();
    if (cohort === null) return;
    const { MakeDocumentDialog } = await import('./make-document-dialog');
    const data: Making = { cohort, signatory: list.signatory, numbering: list.numbering };
    const opened = this.dialog.open<unknown, Making, DocumentRow>(MakeDocumentDialog, {
      data,
      width: '640px',
      maxWidth: 'calc(100vw - 32px)',
    });
    const made = await firstValueFrom(opened.afterClosed());
    if (!made) return;
    this.notices.show(this.words('document.made', { name: this.nameOf(made) }), 'ok');
    this.resource.reload();
  }

  protected async number(list: DocumentList): Promise<void> {
    const { NumberingDialog } = await import('./numbering-dialog');
    const opened = this.dialog.open<unknown, DocumentList, boolean>(NumberingDialog, {
      data: list,
      width: '640px',
      maxWidth: 'calc(100vw - 32px)',
    });
    if (await firstValueFrom(opened.afterClosed())) this.resource.reload();
  }

  /** Prints the paper in the frame; where there is none, it opens on its own. */
  protected print(row: DocumentRow): void {
    const frame = this.paper()?.nativeElement;
    if (frame && frame.offsetParent !== null && this.shown()?.id === row.id) frame.contentWindow?.print();
    else window.open(documentUrl(row.id), '_blank', 'noopener');
  }
}
