import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  type AttendanceMark,
  attendanceMarkLabels,
  isExcused,
  unmarkedLabel,
} from '@jenjang/shared/attendance';
import type { BoardPerson } from '@jenjang/shared/board';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { ProblemText } from '../platform/problem-text';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Bar } from '../ui/bar';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Clock, Initials } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import type { Tone } from '../ui/tone.types';
import { followBoard } from './follow-board';

/** Who is looked for: people of one kind, or everybody. */
const kinds = ['missing', 'present', 'late', 'excused', 'absent'] as const;
type Kind = (typeof kinds)[number];

const tones: Readonly<Record<AttendanceMark, Tone>> = {
  present: 'ok',
  late: 'warn',
  permitted: 'info',
  sick: 'past',
  on_duty: 'info',
  absent: 'bad',
};

/** The live board for whoever runs the room: by unit, with a number to call. */
@Component({
  selector: 'j-board-page',
  imports: [
    Banner,
    Bar,
    Card,
    Clock,
    EmptyState,
    Icon,
    Initials,
    MatButton,
    PageHeader,
    RouterLink,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './board-page.html',
  styleUrl: './board-page.css',
})
export class BoardPage {
  readonly cohortId = input.required<string>();
  readonly sessionId = input.required<string>();

  private readonly words = inject(ProblemText);
  private readonly locale = inject(LocaleService).locale;
  private readonly store = inject(SignInStore);
  protected readonly board = followBoard(this.sessionId);
  protected readonly kinds = kinds;
  protected readonly q = signal('');
  protected readonly kind = signal<Kind | null>(null);
  protected readonly mayMark = computed(() => this.store.may('attendance.mark'));
  protected readonly problem = computed(() => {
    const error = this.board.problem();
    return error === null ? null : this.words.of(error);
  });
  private readonly shown = computed(() => {
    const asked = this.q().trim().toLowerCase();
    const kind = this.kind();
    return this.board
      .people()
      .filter(
        ({ name, unitName, opdName, mark }) =>
          (kind === null || kindOf(mark) === kind) &&
          `${name} ${unitName ?? ''} ${opdName ?? ''}`.toLowerCase().includes(asked),
      );
  });
  /** Units in the order of the board, each with those who are shown. */
  protected readonly groups = computed(() => {
    const people = this.shown();
    return this.board
      .units()
      .map((unit) => ({
        ...unit,
        people: people.filter(({ opdName }) => opdName === unit.name).toSorted(missingFirst),
      }))
      .filter((group) => group.people.length > 0);
  });

  protected label(mark: AttendanceMark | null): string {
    return (mark === null ? unmarkedLabel : attendanceMarkLabels[mark])[this.locale()];
  }

  protected tone(mark: AttendanceMark | null): Tone {
    return mark === null ? 'neutral' : tones[mark];
  }

  protected call(phone: string): string {
    return `tel:${phone.replace(/[^\d+]/g, '')}`;
  }

  protected choose(kind: Kind): void {
    this.kind.update((chosen) => (chosen === kind ? null : kind));
  }
}

function kindOf(mark: AttendanceMark | null): Kind {
  if (mark === null) return 'missing';
  if (isExcused(mark)) return 'excused';
  return mark === 'present' || mark === 'late' ? mark : 'absent';
}

function missingFirst(one: BoardPerson, other: BoardPerson): number {
  return Number(one.mark !== null) - Number(other.mark !== null);
}
