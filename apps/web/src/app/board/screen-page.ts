import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { isoInstant, localTime, zoneAbbreviation, zoneOffsetMinutes } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemText } from '../platform/problem-text';
import { Icon } from '../ui/icon';
import { BoardApi } from './board-api';
import { CodeFace } from './code-face';
import { followBoard } from './follow-board';
import { ShownCodeState } from './shown-code';

const beatMs = 250;
/** What a projector has room for. */
const unitsAtMost = 5;
const namesAtMost = 12;

/** The projector: the code on the left, who is in on the right. No personal data but names. */
@Component({
  selector: 'j-screen-page',
  imports: [CodeFace, Icon, MatButton, TranslocoPipe],
  templateUrl: './screen-page.html',
  styleUrl: './screen-page.css',
})
export class ScreenPage {
  readonly sessionId = input.required<string>();

  private readonly api = inject(BoardApi);
  private readonly words = inject(ProblemText);
  protected readonly board = followBoard(this.sessionId);
  protected readonly shown = new ShownCodeState({
    load: () => this.api.screen(this.sessionId()),
    now: () => performance.now(),
  });
  protected readonly code = computed(() => this.shown.screen()?.code ?? null);
  protected readonly units = computed(() => this.board.units().slice(0, unitsAtMost));
  protected readonly names = computed(() => this.board.missing().slice(0, namesAtMost));
  protected readonly unnamed = computed(() => this.board.missing().length - this.names().length);
  protected readonly moreUnits = computed(() => this.board.units().length - this.units().length);
  private readonly now = signal(0);
  /** Seconds without the server; null while it is there. */
  protected readonly lostFor = computed(() => {
    const since = this.shown.lostAt();
    return since === null ? null : Math.max(0, Math.round((this.now() - since) / 1000));
  });
  /** What stands in the way when there is nothing to show at all. */
  protected readonly problem = computed(() => {
    const error = this.shown.screen() === null ? this.shown.problem() : null;
    return error === null ? null : this.words.of(error);
  });

  constructor() {
    const timer = setInterval(() => this.beat(), beatMs);
    effect(() => {
      this.sessionId();
      untracked(() => this.beat());
    });
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected clock(instant: string | null | undefined): string {
    const zone = this.board.view()?.zone;
    return instant && zone ? `${localTime(instant, zone)} ${zoneAbbreviation(zone)}` : '–';
  }

  /** To the second, of the last news. */
  protected readonly newsAt = computed(() => {
    const view = this.board.view();
    if (view === null) return '–';
    const local = isoInstant(Date.parse(view.now) + zoneOffsetMinutes(view.zone) * 60_000);
    return `${local.slice(11, 19).replaceAll(':', '.')} ${zoneAbbreviation(view.zone)}`;
  });

  protected async fill(): Promise<void> {
    // Phones have no full screen; there the page is enough.
    if (document.fullscreenEnabled) await document.documentElement.requestFullscreen().catch(() => undefined);
  }

  private beat(): void {
    this.now.set(performance.now());
    void this.shown.beat();
  }
}
