import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { admissionRouteLabels, quotaBandLabels } from '@jenjang/shared/admission';
import {
  type NominateRequest,
  type NominationDesk,
  type NomineeAnswer,
  type PickPlace,
  placePicks,
  wordWarning,
} from '@jenjang/shared/nomination';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { AppProblem } from '../platform/problem';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Dock } from '../ui/dock';
import { Day, Figure } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icon-paths';
import { StateChip } from '../ui/state-chip';
import type { Tone } from '../ui/tone.types';
import { NominationApi } from './nomination-api';
import { moved, type NominationDraft } from './nomination-draft.rules';

const placeLooks: Readonly<Record<PickPlace, { readonly tone: Tone; readonly icon: IconName }>> = {
  quota: { tone: 'ok', icon: 'seat' },
  shared: { tone: 'info', icon: 'seat' },
  reserve: { tone: 'warn', icon: 'waiting' },
};

/** The last look: everybody in the order of the letter with where they would sit, the letter, and who decides. */
@Component({
  selector: 'j-check-step',
  imports: [Banner, Card, Day, Dock, Figure, Icon, MatButton, StateChip, TranslocoPipe],
  templateUrl: './check-step.html',
  styleUrl: './check-step.css',
})
export class CheckStep {
  readonly desk = input.required<NominationDesk>();
  readonly draft = input.required<NominationDraft>();
  readonly changed = output<Partial<NominationDraft>>();
  readonly back = output<'pilih' | 'surat'>();
  /** The id of the letter. */
  readonly sent = output<string>();

  private readonly api = inject(NominationApi);
  private readonly problems = inject(ProblemText);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly routes = admissionRouteLabels;
  protected readonly bandLabels = quotaBandLabels;
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** Why each who was refused is, by person; from the server. */
  private readonly refusals = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly rows = computed(() => {
    const places = placePicks(this.draft().picks, this.desk());
    return this.draft().picks.map((pick, index) => {
      const place = places[index] ?? 'reserve';
      return {
        ...pick,
        place,
        ...placeLooks[place],
        warnings: pick.warnings.map((warning) => wordWarning(warning, this.locale())),
        refusal: this.refusals().get(pick.personId) ?? null,
      };
    });
  });
  protected readonly toReserve = computed(
    () => this.rows().filter(({ place }) => place === 'reserve').length,
  );

  protected move(index: number, by: -1 | 1): void {
    this.changed.emit({ picks: moved(this.draft().picks, index, by) });
  }

  protected remove({ personId }: { readonly personId: string }): void {
    this.changed.emit({ picks: this.draft().picks.filter((pick) => pick.personId !== personId) });
  }

  protected async send(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const { id } = await this.api.nominate(this.desk().id, this.request(), this.draft().key);
      this.sent.emit(id);
    } catch (error) {
      await this.refuse(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  private request(): NominateRequest {
    const { picks, letterNumber, letterOn, letterFile, note } = this.draft();
    return {
      personIds: picks.map(({ personId }) => personId),
      letterNumber: letterNumber.trim(),
      letterOn: letterOn || null,
      letterFileId: letterFile?.id ?? null,
      note: note.trim(),
    };
  }

  /** A letter that was refused and is changed is another letter: it goes out under a key of its own. */
  private async refuse(error: unknown): Promise<void> {
    this.problem.set(this.problems.of(error));
    if (!(error instanceof AppProblem)) return;
    const rows = (error.details['rows'] ?? []) as readonly NomineeAnswer[];
    const { problemWords } = await import('@jenjang/shared');
    const words = rows.flatMap(({ personId, code, facts }) =>
      code === undefined
        ? []
        : ([[personId, problemWords(code, facts ?? {})[this.locale() === 'id' ? 0 : 1]]] as const),
    );
    this.refusals.set(new Map(words));
    if (error.errors.length > 0) this.problem.set(error.errors.map(({ message }) => message).join(' '));
    if (error.code === 'conflict.idempotency') this.changed.emit({ key: crypto.randomUUID() });
  }
}
