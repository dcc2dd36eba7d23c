import { Service, inject } from '@angular/core';
import { problemWords } from '@jenjang/shared';
import { wordCell } from '@jenjang/shared/admission';
import type { EligibilityShortfall } from '@jenjang/shared/admission';
import { wordShortfall } from '@jenjang/shared/nomination';
import type { RefusedCandidate, SelectionPreview } from '@jenjang/shared/selection';
import { TranslocoService } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import type { Effect } from '../ui/confirm-dialog';

/** More people are not named in one effect. */
const namedAtMost = 4;

/** Words for what a decision would do and for what it refuses. */
@Service()
export class EffectWords {
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(LocaleService).locale;

  /** Seats, shortages, clashes, refusals and choices out of order, the worst first. */
  of(preview: SelectionPreview): readonly Effect[] {
    const { short, refused, clashes, outOfOrder } = preview;
    return [
      this.chosen(preview),
      ...(short.length > 0 ? [this.effect('bad', 'seat', 'short', short)] : []),
      ...(outOfOrder.length > 0 ? [this.effect('warn', 'sort', 'outOfOrder', outOfOrder)] : []),
      ...(refused.length > 0
        ? [
            this.listed(
              'warn',
              'refused',
              refused,
              (row) => `${row.name}: ${this.refusal(row).replace(/\.$/, '')}`,
            ),
          ]
        : []),
      ...(clashes.length > 0
        ? [this.listed('warn', 'clash', clashes, (row) => `${row.name} (${row.cohorts.join(', ')})`)]
        : []),
      ...this.seats(preview),
    ];
  }

  /** Why one person is refused. */
  refusal({ code, facts }: Pick<RefusedCandidate, 'code' | 'facts'>): string {
    const shortfalls = facts['shortfalls'] as readonly EligibilityShortfall[] | undefined;
    if (shortfalls?.length) return this.shortfalls(shortfalls, {});
    const [id, en] = problemWords(code, facts);
    return this.locale() === 'en' ? en : id;
  }

  /** Why somebody may not come, with the names of units and programmes. */
  shortfalls(shortfalls: readonly EligibilityShortfall[], names: Readonly<Record<string, string>>): string {
    return shortfalls
      .map((shortfall) =>
        wordShortfall(
          shortfall,
          shortfall.facts.wanted.map((key) => names[key] ?? key),
          this.locale(),
        ),
      )
      .join('; ');
  }

  private chosen({ decision, chosen, waitlisted }: SelectionPreview): Effect {
    const strong = this.say(`effect.${decision}`, { count: chosen });
    return {
      icon: 'check',
      tone: 'ok',
      strong,
      text: waitlisted > 0 ? this.say('effect.waiting', { count: waitlisted }) : '',
    };
  }

  private seats({ decision, cohort, cells, classes }: SelectionPreview): readonly Effect[] {
    if (decision !== 'accept') return [];
    const line = (strong: string, { leftBefore, leftAfter }: typeof cohort): Effect => ({
      icon: 'seat',
      tone: leftAfter === 0 ? 'warn' : 'info',
      strong,
      text: this.say('effect.seats', { before: leftBefore, after: leftAfter }),
    });
    return [
      line(this.say('effect.cohort'), cohort),
      ...cells.map((cell) => line(wordCell({ unitName: cell.name, band: cell.band }, this.locale()), cell)),
      ...classes.map((one) => line(one.name ?? '', one)),
    ];
  }

  private effect(
    tone: Effect['tone'],
    icon: Effect['icon'],
    key: string,
    rows: readonly { readonly name: string }[],
  ): Effect {
    return { ...this.listed(tone, key, rows, ({ name }) => name), icon };
  }

  private listed<Row>(
    tone: Effect['tone'],
    key: string,
    rows: readonly Row[],
    word: (row: Row) => string,
  ): Effect {
    const more = rows.length - namedAtMost;
    const names = rows.slice(0, namedAtMost).map(word).join('; ');
    return {
      icon: 'alert',
      tone,
      strong: this.say(`effect.${key}`, { count: rows.length }),
      text: more > 0 ? `${names}; ${this.say('effect.more', { count: more })}` : names,
    };
  }

  private say(key: string, facts: Readonly<Record<string, string | number>> = {}): string {
    return this.transloco.translate(`selection.${key}`, facts);
  }
}
