import { Component, ElementRef, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { type TreeItem, type UnitNode, treeOrder, unitKindLabels } from '@jenjang/shared/agency';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Day, Figure } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { SearchField } from '../ui/search-field';
import { AgencyApi } from './agency-api';
import { AgencyChoice } from './agency-choice';
import { shownItems, treeMove } from './tree-view.rules';
import type { UnitAsked } from './unit-dialog';

/** The tree of an agency: seen as of a day, and for its managers grown, renamed, moved and closed. */
@Component({
  selector: 'j-units-page',
  imports: [
    AgencyChoice,
    Banner,
    Card,
    Day,
    EmptyState,
    Figure,
    Icon,
    MatButton,
    PageHeader,
    RouterLink,
    SearchField,
    TranslocoPipe,
  ],
  templateUrl: './units-page.html',
  styleUrl: './units-page.css',
})
export class UnitsPage {
  /** From the address: agency, day and words. */
  readonly instansi = input('', { transform: text });
  readonly per = input('', { transform: text });
  readonly q = input('', { transform: text });

  private readonly api = inject(AgencyApi);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly kindLabels = unitKindLabels;
  protected readonly agencyId = computed(() => this.instansi());
  protected readonly agency = loaded(this.api.agency(this.agencyId));
  protected readonly tree = this.api.tree(this.agencyId, () => this.per());
  protected readonly units = loaded(this.tree);
  protected readonly items = computed(() => treeOrder(this.units.value() ?? []));
  /** The topmost units begin open, so that the OPD are seen. */
  protected readonly open = linkedSignal<readonly TreeItem<UnitNode>[], ReadonlySet<string>>({
    source: this.items,
    computation: (items, previous) =>
      previous?.value.size
        ? previous.value
        : new Set(items.filter(({ depth }) => depth === 0).map(({ unit }) => unit.id)),
  });
  protected readonly shown = computed(() => shownItems(this.items(), this.open(), this.q()));
  protected readonly chosen = signal<string | null>(null);
  protected readonly focused = linkedSignal({ source: this.shown, computation: () => 0 });
  protected readonly mayManage = computed(
    () => this.agency.value()?.allowedOperations.includes('manageUnits') === true && this.per() === '',
  );

  protected show(change: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected isOpen({ unit, children }: TreeItem<UnitNode>): boolean {
    return children > 0 && (this.open().has(unit.id) || this.q().trim() !== '');
  }

  protected toggle(id: string): void {
    const open = new Set(this.open());
    if (!open.delete(id)) open.add(id);
    this.open.set(open);
  }

  protected choose(id: string): void {
    this.chosen.update((before) => (before === id ? null : id));
  }

  protected press(event: KeyboardEvent, index: number): void {
    if (event.target !== event.currentTarget) return;
    const move = treeMove(event.key, this.shown(), index, this.open());
    const unit = this.shown()[index]?.unit;
    if (move === null || unit === undefined) return;
    event.preventDefault();
    if (move.kind === 'focus') this.focusRow(move.index);
    else if (move.kind === 'choose') this.choose(unit.id);
    else this.toggle(unit.id);
  }

  /** Opens the dialog that the act needs, and shows the tree anew when it changed something. */
  protected async ask(act: UnitAsked['act'] | 'move' | 'close', unit: UnitNode): Promise<void> {
    const data = { act, unit, units: this.units.value() ?? [], agencyId: this.agencyId() };
    const opened = this.dialog.open<unknown, typeof data, boolean>(await dialogOf(act), {
      data,
      width: '560px',
      maxWidth: 'calc(100vw - 32px)',
    });
    if (!(await firstValueFrom(opened.afterClosed()))) return;
    if (act === 'add' && !this.open().has(unit.id)) this.toggle(unit.id);
    this.tree.reload();
  }

  private focusRow(index: number): void {
    this.focused.set(index);
    this.host.nativeElement.querySelectorAll<HTMLElement>('[role=treeitem]')[index]?.focus();
  }
}

/** What the address leaves out arrives as undefined. */
function text(value: string | undefined): string {
  return value ?? '';
}

async function dialogOf(act: string): Promise<new () => unknown> {
  if (act === 'move') return (await import('./move-unit-dialog')).MoveUnitDialog;
  return act === 'close'
    ? (await import('./close-unit-dialog')).CloseUnitDialog
    : (await import('./unit-dialog')).UnitDialog;
}
