import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { admissionRouteLabels } from '@jenjang/shared/admission';
import { wordAuthor } from '@jenjang/shared/delegation';
import { enrolmentStateLabels, type MoveReason, moveReasonLabels } from '@jenjang/shared/enrolment';
import type { NominatedPerson, NominationDetail } from '@jenjang/shared/nomination';
import { nameWithTitles } from '@jenjang/shared/person';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { enrolmentStateLooks } from '../enrolment';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Day, Moment, NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { type Meta, PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { NominationApi } from './nomination-api';

/** One letter: the receipt right after sending, and where everybody stands ever after. Prints as a receipt. */
@Component({
  selector: 'j-letter-page',
  imports: [
    Banner,
    Card,
    Day,
    Icon,
    MatButton,
    Moment,
    NipPipe,
    PageHeader,
    RouterLink,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './letter-page.html',
  styleUrl: './letter-page.css',
})
export class LetterPage {
  /** From the address. */
  readonly nominationId = input.required<string>();
  /** Set when the reader comes from sending it. */
  readonly terkirim = input<string>();

  private readonly dialog = inject(MatDialog);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly resource = inject(NominationApi).letter(() => this.nominationId());
  protected readonly letter = loaded(this.resource);
  protected readonly routes = admissionRouteLabels;
  protected readonly states = enrolmentStateLabels;
  protected readonly looks = enrolmentStateLooks;
  protected readonly meta = computed<readonly Meta[]>(() => {
    const letter = this.letter.value();
    return letter === null ? [] : [{ icon: 'building', text: letter.unitName ?? letter.agencyName }];
  });
  /** Who is at it now: for those who still wait for a decision. */
  protected readonly waitingFor = computed(() => {
    const letter = this.letter.value();
    const count = letter?.states.nominated ?? 0;
    if (letter === null || count + (letter.states.approved ?? 0) === 0) return null;
    return letter.route === 'two_steps' && count > 0 ? 'agency' : 'organiser';
  });

  protected author({ authorName, onBehalfOfName }: NominationDetail): string {
    return wordAuthor(authorName, onBehalfOfName, this.locale());
  }

  protected name(person: NominatedPerson): string {
    return nameWithTitles(person);
  }

  /** Why somebody stands where they stand, when anybody said. */
  protected why({ stateCode, stateReason }: NominatedPerson): string {
    const label = stateCode === null ? undefined : moveReasonLabels[stateCode as MoveReason];
    return [label?.[this.locale()], stateReason].filter(Boolean).join(': ');
  }

  protected print(): void {
    window.print();
  }

  protected async takeBack(person: NominatedPerson, letter: NominationDetail): Promise<void> {
    const { TakeBackDialog } = await import('./take-back-dialog');
    const opened = this.dialog.open<unknown, object, boolean>(TakeBackDialog, {
      data: { person, name: this.name(person), letter },
      width: '560px',
      maxWidth: 'calc(100vw - 32px)',
    });
    if (await firstValueFrom(opened.afterClosed())) this.resource.reload();
  }
}
