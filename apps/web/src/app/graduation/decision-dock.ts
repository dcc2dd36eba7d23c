import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  type DecisionPreview,
  type GraduationOutcome,
  wordOutcome,
  wordResult,
} from '@jenjang/shared/graduation';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Confirm, type Effect } from '../ui/confirm-dialog';
import { Dock } from '../ui/dock';
import { Icon } from '../ui/icon';
import { GraduationApi } from './graduation-api';
import { verdictLooks } from './graduation.looks';

const outcomes: readonly GraduationOutcome[] = ['graduated', 'attended', 'failed'];

/** What a decision about the selected would do, and the button that does it. Decided is exactly what was shown. */
@Component({
  selector: 'j-decision-dock',
  imports: [Dock, Icon, MatButton, TranslocoPipe],
  host: { style: 'display: contents' },
  template: `<j-dock [label]="'graduation.dock' | transloco" [strong]="selected().size > 0">
    @if (selected().size > 0) {
      <b>{{ 'graduation.selected' | transloco: { count: selected().size } }}</b>
      <button matButton class="sm" (click)="cleared.emit()">{{ 'graduation.clear' | transloco }}</button>
      @if (preview(); as shown) {
        @for (effect of effectsOf(shown); track effect.text) {
          <span class="effect"
            ><j-icon [name]="effect.icon" [size]="16" /><b>{{ effect.strong }}</b> {{ effect.text }}</span
          >
        }
      } @else {
        <span>{{ problem() ?? ('graduation.previewing' | transloco) }}</span>
      }
    } @else {
      <span>{{
        (undecided() > 0 ? 'graduation.hint' : 'graduation.allDecided') | transloco: { count: undecided() }
      }}</span>
    }
    <ng-container ngProjectAs="[dockActions]">
      @if (selected().size > 0) {
        @if ((preview()?.blocked ?? 0) > 0) {
          <button matButton="outlined" (click)="decide(true)">
            {{ 'graduation.early.action' | transloco }}
          </button>
        }
        <button
          matButton="filled"
          [disabled]="stored() === 0 || isBusy()"
          disabledInteractive
          (click)="decide(false)"
        >
          {{ 'graduation.decide' | transloco: { count: stored() } }}
        </button>
      } @else if (undecided() > 0) {
        <button matButton="outlined" [disabled]="isBusy()" disabledInteractive (click)="decideAll()">
          {{ 'graduation.decideAll' | transloco }}
        </button>
      }
    </ng-container>
  </j-dock>`,
  styles: `
    .effect {
      display: inline-flex;
      align-items: center;
      gap: 6px;
    }
  `,
})
export class DecisionDock {
  readonly cohortId = input.required<string>();
  readonly selected = input.required<ReadonlySet<string>>();
  /** Participants without a decision that stands. */
  readonly undecided = input.required<number>();
  readonly cleared = output();
  readonly decided = output();

  private readonly api = inject(GraduationApi);
  private readonly words = inject(ProblemText);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(LocaleService).locale;
  protected readonly preview = signal<DecisionPreview | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly stored = computed(() =>
    outcomes.reduce((sum, outcome) => sum + (this.preview()?.counts[outcome] ?? 0), 0),
  );

  constructor() {
    effect(() => void this.look([...this.selected()]));
  }

  protected effectsOf({ counts, blocked, unchanged }: DecisionPreview): readonly Effect[] {
    const say = (key: string, facts = {}): string =>
      this.transloco.translate(`graduation.effect.${key}`, facts);
    const becoming = outcomes.map((outcome) => ({
      ...verdictLooks[outcome],
      count: counts[outcome],
      text: say('becomes', { outcome: wordOutcome(outcome, this.locale()) }),
    }));
    return [
      ...becoming,
      { icon: 'alert' as const, tone: 'warn' as const, count: blocked, text: say('blocked') },
      { icon: 'minus' as const, tone: 'neutral' as const, count: unchanged, text: say('unchanged') },
    ]
      .filter(({ count }) => count > 0)
      .map(({ count, ...effect }) => ({ ...effect, strong: String(count) }));
  }

  /** Decides about the selected; `early` also about those who are still open, with a reason. */
  protected async decide(early: boolean): Promise<void> {
    await this.attempt([...this.selected()], early);
  }

  protected async decideAll(): Promise<void> {
    await this.attempt(undefined, false);
  }

  private async look(enrolmentIds: string[]): Promise<void> {
    this.preview.set(null);
    this.problem.set(null);
    if (enrolmentIds.length === 0) return;
    try {
      const preview = await this.api.preview(this.cohortId(), { enrolmentIds });
      // Another selection may have been made meanwhile.
      if (this.selected().size === enrolmentIds.length && enrolmentIds.every((id) => this.selected().has(id)))
        this.preview.set(preview);
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }

  private async attempt(enrolmentIds: string[] | undefined, finaliseEarly: boolean): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    const selection = {
      ...(enrolmentIds === undefined ? {} : { enrolmentIds }),
      ...(finaliseEarly ? { finaliseEarly } : {}),
    };
    try {
      const preview = await this.api.preview(this.cohortId(), selection);
      const asked = await this.confirm.ask({ ...this.question(preview, finaliseEarly) });
      if (asked === null) return;
      const { counts } = await this.api.decide(this.cohortId(), {
        ...selection,
        decidedFor: preview.token,
        ...(finaliseEarly ? { reason: asked.reason } : {}),
      });
      this.notices.show(this.transloco.translate('graduation.done', { ...counts }), 'ok');
      this.decided.emit();
    } catch (error) {
      this.notices.show(this.words.of(error), 'bad');
      void this.look([...this.selected()]);
    } finally {
      this.isBusy.set(false);
    }
  }

  private question(preview: DecisionPreview, early: boolean) {
    const count = outcomes.reduce((sum, outcome) => sum + preview.counts[outcome], 0);
    const say = (key: string, facts: object = {}): string =>
      this.transloco.translate(`graduation.${key}`, { ...facts });
    const blocked = preview.rows
      .filter(({ intent, open }) => intent === 'blocked' && open !== null)
      .slice(0, 5)
      .map(({ name, open }): Effect => ({
        icon: 'alert',
        tone: 'warn',
        strong: name,
        text: open === null ? '' : wordResult(open, this.locale()).sentence,
      }));
    return {
      heading: say('confirm.heading', { count }),
      text: say(early ? 'confirm.early' : 'confirm.text'),
      effects: [...this.effectsOf(preview), ...blocked],
      action: say('decide', { count }),
      ...(early ? { reasonLabel: say('confirm.reason') } : {}),
    };
  }
}
