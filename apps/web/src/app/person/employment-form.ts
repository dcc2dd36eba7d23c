import { Component, computed, inject, input } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { treeOrder } from '@jenjang/shared/agency';
import {
  type EmploymentKind,
  type EmploymentView,
  type PositionKind,
  dutyStatusLabels,
  dutyStatuses,
  employmentKindLabels,
  employmentKinds,
  eselonsOfPosition,
  golonganRows,
  positionKindLabels,
  positionKinds,
  pppkGolongan,
} from '@jenjang/shared/person';
import { TranslocoPipe } from '@jsverse/transloco';
import { AgencyApi } from '../agency';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Field, FieldControl } from '../ui/field';

/** The controls of an employment. */
export type EmploymentGroup = ReturnType<typeof employmentGroup>;

/** An employment to fill in, beginning with what holds now. */
export function employmentGroup(current: EmploymentView | null) {
  const text = (value: string | null | undefined): FormControl<string> =>
    new FormControl(value ?? '', { nonNullable: true });
  return new FormGroup({
    unitId: text(current?.unitId),
    kind: new FormControl<EmploymentKind>(current?.kind ?? 'PNS', { nonNullable: true }),
    nip: text(current?.nip),
    golongan: text(current?.golongan),
    positionKind: new FormControl<PositionKind>(current?.positionKind ?? 'PELAKSANA', { nonNullable: true }),
    positionName: text(current?.positionName),
    eselon: text(current?.eselon),
    dutyStatus: new FormControl(current?.dutyStatus ?? 'active', { nonNullable: true }),
    validFrom: text(null),
  });
}

/** Where somebody works and as what: each choice offers what suits the one before. */
@Component({
  selector: 'j-employment-form',
  imports: [Banner, Field, FieldControl, ReactiveFormsModule, TranslocoPipe],
  templateUrl: './employment-form.html',
  styleUrl: './person-form.css',
})
export class EmploymentForm {
  readonly group = input.required<EmploymentGroup>();
  readonly agencyId = input.required<string>();

  private readonly tree = loaded(inject(AgencyApi).tree(() => this.agencyId()));
  protected readonly locale = inject(LocaleService).locale;
  protected readonly units = computed(() => treeOrder(this.tree.value() ?? []));
  protected readonly problem = this.tree.problem;
  protected readonly kinds = employmentKinds;
  protected readonly kindLabels = employmentKindLabels;
  protected readonly positionKinds = positionKinds;
  protected readonly positionLabels = positionKindLabels;
  protected readonly statuses = dutyStatuses;
  protected readonly statusLabels = dutyStatusLabels;

  protected isAsn(): boolean {
    return this.group().controls.kind.value !== 'NON_ASN';
  }

  protected golongans(): readonly string[] {
    return this.group().controls.kind.value.startsWith('PPPK')
      ? pppkGolongan
      : golonganRows.map(({ golongan }) => golongan);
  }

  protected eselons(): readonly string[] {
    return eselonsOfPosition[this.group().controls.positionKind.value];
  }

  /** What a kind does not have is not kept from the one before. */
  protected chooseKind(): void {
    const { kind, golongan, positionKind, nip } = this.group().controls;
    if (!this.golongans().includes(golongan.value) || !this.isAsn()) golongan.setValue('');
    if (!this.isAsn()) nip.setValue('');
    if (this.isAsn() !== (positionKind.value !== 'NON_ASN'))
      positionKind.setValue(kind.value === 'NON_ASN' ? 'NON_ASN' : 'PELAKSANA');
    this.choosePosition();
  }

  protected choosePosition(): void {
    const { eselon } = this.group().controls;
    if (!this.eselons().includes(eselon.value)) eselon.setValue('');
  }
}
