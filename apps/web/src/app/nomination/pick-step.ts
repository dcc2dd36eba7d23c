import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { quotaBandLabels, quotaBands, wordCell } from '@jenjang/shared/admission';
import {
  type NominationDesk,
  type NomineeRow,
  placePicks,
  wordWarning,
  wordWindow,
} from '@jenjang/shared/nomination';
import { nameWithTitles } from '@jenjang/shared/person';
import { TranslocoPipe } from '@jsverse/transloco';
import { loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Dock } from '../ui/dock';
import { EmptyState } from '../ui/empty-state';
import { Figure, Initials, LessonHours } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { Pager } from '../ui/pager';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { UrlTableState } from '../ui/table-state';
import { NominationApi } from './nomination-api';
import { type NominationDraft, pickOf, toggled } from './nomination-draft.rules';

/** Circles for seats beyond this number would only be counted, not seen. */
const mostCircles = 6;

/** Whom to send: the quota on top, staff in their turn, what speaks against each in words. */
@Component({
  selector: 'j-pick-step',
  imports: [
    Banner,
    Card,
    Dock,
    EmptyState,
    Figure,
    Icon,
    Initials,
    LessonHours,
    MatButton,
    Pager,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './pick-step.html',
  styleUrl: './pick-step.css',
})
export class PickStep {
  readonly desk = input.required<NominationDesk>();
  readonly draft = input.required<NominationDraft>();
  readonly changed = output<Partial<NominationDraft>>();
  readonly next = output();

  protected readonly locale = inject(LocaleService).locale;
  protected readonly bands = quotaBands;
  protected readonly bandLabels = quotaBandLabels;
  protected readonly table = new UrlTableState(['unitId', 'band'], { size: 25 });
  protected readonly resource = inject(NominationApi).nominees(
    () => this.desk().id,
    () => this.table.query(),
  );
  protected readonly list = loadedPage(this.resource);
  protected readonly picked = computed(() => new Set(this.draft().picks.map(({ personId }) => personId)));
  protected readonly places = computed(() => placePicks(this.draft().picks, this.desk()));
  protected readonly toReserve = computed(() => this.places().filter((place) => place === 'reserve').length);
  protected readonly deadline = computed(() => wordWindow(this.desk().window, this.desk(), this.locale()));
  /** Seats that these people may still get, the common ones included. */
  protected readonly left = computed(() => this.desk().quota.left + this.desk().quota.shared);
  protected readonly circles = computed(() => {
    const picks = this.draft().picks.slice(0, mostCircles);
    const free = Math.max(0, Math.min(mostCircles, this.left()) - picks.length);
    return {
      picks: picks.map((pick, index) => ({ ...pick, waits: this.places()[index] === 'reserve' })),
      free: Array.from({ length: free }, (_, index) => index),
      more: Math.max(0, Math.max(this.left(), this.draft().picks.length) - mostCircles),
    };
  });
  protected readonly cells = computed(() =>
    this.desk().cells.map((cell) => ({
      id: cell.id,
      words: wordCell(cell, this.locale()),
      seats: cell.seats,
      left: cell.seats - cell.taken,
    })),
  );

  protected name(row: NomineeRow): string {
    return nameWithTitles(row);
  }

  protected warnings(row: NomineeRow) {
    return row.warnings.map((warning) => ({
      words: wordWarning(warning, this.locale()),
      bars: warning.code === 'already' || warning.code === 'notEligible',
    }));
  }

  protected toggle(row: NomineeRow): void {
    this.changed.emit({ picks: toggled(this.draft().picks, pickOf(row, this.name(row))) });
  }
}
