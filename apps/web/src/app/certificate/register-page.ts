import { Component, type Signal, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import {
  type CertificateRow,
  type CertificateState,
  certificateStateLabels,
} from '@jenjang/shared/certificate';
import { TranslocoPipe, translateObjectSignal } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { loadedPage } from '../platform/loaded';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { Cell } from '../ui/data-table-slots';
import { Day, Figure, NipPipe } from '../ui/format-pipes';
import { PageHeader } from '../ui/page-header';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { UrlTableState } from '../ui/table-state';
import type { FilterTag } from '../ui/table.types';
import { CertificateApi } from './certificate-api';
import { certificateLooks } from './certificate.looks';

const states: readonly CertificateState[] = ['active', 'suspended', 'revoked', 'superseded'];

/** The register: every certificate within reach, newest first. */
@Component({
  selector: 'j-register-page',
  imports: [
    Card,
    Cell,
    DataTable,
    Day,
    Figure,
    MatButton,
    NipPipe,
    PageHeader,
    RouterLink,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './register-page.html',
})
export class RegisterPage {
  private readonly router = inject(Router);
  private readonly locale = inject(LocaleService).locale;
  protected readonly table = new UrlTableState(['state', 'cohortId'], { sort: '-issued' });
  protected readonly certificates = inject(CertificateApi).register(this.table.query);
  protected readonly list = loadedPage(this.certificates);
  private readonly words: Signal<Readonly<Record<string, string>>> = translateObjectSignal('column');

  protected readonly states = states;
  protected readonly looks = certificateLooks;
  protected readonly tags = computed<readonly FilterTag[]>(() => {
    const { state, cohortId } = this.table.state().filters;
    const known = states.find((each) => each === state);
    const cohort = this.list.rows().find((row) => row.cohortId === cohortId)?.cohortName;
    return [
      ...(state
        ? [{ key: 'state', label: this.words()['state'] ?? '', value: known ? this.stateWord(known) : state }]
        : []),
      ...(cohortId ? [{ key: 'cohortId', label: this.words()['cohort'] ?? '', value: cohort ?? '…' }] : []),
    ];
  });

  protected readonly keyOf = (row: CertificateRow): string => row.id;
  protected readonly nameOf = (row: CertificateRow): string => `${row.holderName}, ${row.number}`;

  protected stateWord(state: CertificateState): string {
    return certificateStateLabels[state][this.locale()];
  }

  protected open({ id }: CertificateRow): void {
    void this.router.navigate(['/sertifikat', id]);
  }
}
