import { Component, computed, inject, input, model, signal } from '@angular/core';
import { type EligibilityRule, quotaBandLabels, quotaBands } from '@jenjang/shared/admission';
import {
  employmentKindLabels,
  employmentKinds,
  positionKindLabels,
  positionKinds,
} from '@jenjang/shared/person';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Icon } from '../ui/icon';
import { AdmissionApi } from './admission-api';

/** Lists of a rule that hold codes or ids. */
type ListKey = Exclude<keyof EligibilityRule, 'notTrainedYears'>;

/** A choice among things that have names. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who may come, in plain words: what is left empty asks for nothing. */
@Component({
  selector: 'j-eligibility-editor',
  imports: [Icon, TranslocoPipe],
  templateUrl: './eligibility-editor.html',
  styleUrl: './admission.css',
})
export class EligibilityEditor {
  private readonly api = inject(AdmissionApi);
  readonly rule = model.required<EligibilityRule>();
  readonly readonly = input(false);
  /** Names of what the stored rule names. */
  readonly names = input<Readonly<Record<string, string>>>({});
  readonly units = input<readonly Named[]>([]);
  /** The programme itself, which cannot be asked for before. */
  readonly programmeId = input('');

  protected readonly locale = inject(LocaleService).locale;
  protected readonly bands = quotaBands;
  protected readonly bandLabels = quotaBandLabels;
  protected readonly positions = positionKinds;
  protected readonly positionLabels = positionKindLabels;
  protected readonly kinds = employmentKinds;
  protected readonly kindLabels = employmentKindLabels;
  protected readonly regionWords = signal('');
  private readonly found = loaded(this.api.regions(this.regionWords));
  private readonly taught = loaded(this.api.programmes());
  private readonly known = signal<Readonly<Record<string, string>>>({});

  protected readonly regions = computed<readonly Named[]>(() =>
    (this.found.value() ?? []).map(({ code, name }) => ({ id: code, name: `${name} (${code})` })),
  );
  protected readonly programmes = computed<readonly Named[]>(() =>
    (this.taught.value()?.rows ?? []).filter(({ id }) => id !== this.programmeId()),
  );
  protected readonly choices = computed(() => [
    { key: 'unitIds' as const, options: this.units() },
    { key: 'prerequisiteProgrammeIds' as const, options: this.programmes() },
  ]);

  protected has(key: ListKey, value: string): boolean {
    return this.listOf(key).includes(value);
  }

  protected listOf(key: ListKey): readonly string[] {
    return this.rule()[key] ?? [];
  }

  protected nameOf(id: string): string {
    const named = [...this.units(), ...this.programmes()].find((one) => one.id === id);
    return this.known()[id] ?? this.names()[id] ?? named?.name ?? id;
  }

  protected toggle(key: ListKey, value: string): void {
    if (value === '') return;
    const list = this.listOf(key);
    const next = list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
    this.rule.set({ ...this.rule(), [key]: next });
  }

  protected addRegion(region: Named): void {
    this.known.set({ ...this.known(), [region.id]: region.name });
    if (!this.has('regionCodes', region.id)) this.toggle('regionCodes', region.id);
    this.regionWords.set('');
  }

  protected setYears(text: string): void {
    const years = Number(text);
    this.rule.set({ ...this.rule(), notTrainedYears: Number.isInteger(years) && years > 0 ? years : null });
  }
}
