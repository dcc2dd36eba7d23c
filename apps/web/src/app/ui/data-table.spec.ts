import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { LocaleService } from '../platform/locale';
import { provideTranslations } from '../platform/translations';
import { DataTable } from './data-table';
import { Cell } from './data-table-slots';
import type { FilterTag, TableColumn, TableState } from './table.types';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly hours: number | null;
}

const rows: readonly Row[] = [
  { id: 'a', name: 'Anggrek Telaga', hours: 12 },
  { id: 'b', name: 'Bintang Savana', hours: 26 },
  { id: 'c', name: 'Cemara Senja', hours: null },
];

@Component({
  selector: 'j-list-under-test',
  imports: [Cell, DataTable],
  template: `<j-data-table
    caption="Pegawai"
    [columns]="columns"
    [rows]="rows()"
    [total]="total()"
    [state]="state()"
    [rowKey]="key"
    [rowName]="name"
    [loading]="loading()"
    [problem]="problem()"
    [filterTags]="tags()"
    [selectable]="true"
    [openable]="true"
    [(selected)]="selected"
    (stateChange)="wishes.push($event)"
    (opened)="opened.push($event.id)"
    (retry)="wishes.push({ q: 'again' })"
    (filterRemoved)="wishes.push({ q: 'without ' + $event })"
  >
    <ng-template jCell="name" [jCellOf]="rows()" let-row
      ><b>{{ row.name }}</b></ng-template
    >
  </j-data-table>`,
})
class ListUnderTest {
  readonly rows = signal(rows);
  readonly total = signal(294);
  readonly state = signal<TableState>({ q: '', sort: 'name', page: 2, size: 50, filters: {} });
  readonly loading = signal(false);
  readonly problem = signal<string | null>(null);
  readonly tags = signal<readonly FilterTag[]>([]);
  readonly selected = signal<ReadonlySet<string>>(new Set());
  readonly wishes: Partial<TableState>[] = [];
  readonly opened: string[] = [];
  readonly columns: readonly TableColumn<Row>[] = [
    { key: 'name', heading: 'Nama', sortable: true },
    {
      key: 'hours',
      heading: 'JP',
      note: 'min. 20',
      numeric: true,
      sortable: true,
      text: ({ hours }) => hours,
    },
  ];
  readonly key = ({ id }: Row): string => id;
  readonly name = ({ name }: Row): string => name;
}

async function draw() {
  const fixture = TestBed.createComponent(ListUnderTest);
  const element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  await fixture.whenStable();
  const tableRows = (): HTMLElement[] => [
    ...element.querySelectorAll<HTMLElement>('tbody tr:not(.skeleton)'),
  ];
  const press = async (key: string, shiftKey = false): Promise<void> => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
    await fixture.whenStable();
  };
  const button = (name: string): HTMLButtonElement | undefined =>
    [...element.querySelectorAll('button')].find((each) => each.textContent.trim().startsWith(name));
  return { fixture, page: fixture.componentInstance, element, tableRows, press, button };
}

beforeEach(async () => {
  globalThis.ResizeObserver = class {
    observe(): void {
      return;
    }
    unobserve(): void {
      return;
    }
    disconnect(): void {
      return;
    }
  };
  TestBed.configureTestingModule({ providers: provideTranslations('id') });
  await TestBed.inject(LocaleService).start();
});

describe('DataTable', () => {
  it('draws cells by template, by text, and a dash for what is not known', async () => {
    const { tableRows } = await draw();
    const cells = tableRows().map((row) =>
      [...row.querySelectorAll('td:not(.pick)')].map((cell) => cell.textContent.trim()),
    );
    expect(cells).toEqual([
      ['Anggrek Telaga', '12'],
      ['Bintang Savana', '26'],
      ['Cemara Senja', '–'],
    ]);
  });

  it('wishes for a sort, turns it round, and says which is in force', async () => {
    const { element, page, button, fixture } = await draw();
    const headings = (): (string | null)[] =>
      [...element.querySelectorAll('th')].map((heading) => heading.getAttribute('aria-sort'));
    expect(headings()).toEqual([null, 'ascending', null]);
    button('Nama')?.click();
    button('JP')?.click();
    expect(page.wishes).toEqual([{ sort: '-name' }, { sort: 'hours' }]);
    page.state.update((state) => ({ ...state, sort: '-hours' }));
    await fixture.whenStable();
    expect(headings()).toEqual([null, null, 'descending']);
  });

  it('pages by what the server counts', async () => {
    const { element, page, button } = await draw();
    expect(element.querySelector('j-pager')?.textContent).toContain('51–100 dari 294');
    button('Berikutnya')?.click();
    button('Sebelumnya')?.click();
    expect(page.wishes).toEqual([{ page: 3 }, { page: 1 }]);
  });

  it('moves, selects ranges and opens by keyboard alone', async () => {
    const { page, tableRows, press } = await draw();
    expect(tableRows().map((row) => row.tabIndex)).toEqual([0, -1, -1]);
    tableRows()[0]?.focus();
    await press(' ');
    expect([...page.selected()]).toEqual(['a']);
    await press('End');
    expect(document.activeElement).toBe(tableRows()[2]);
    await press('ArrowDown');
    expect(document.activeElement).toBe(tableRows()[2]);
    await press(' ', true);
    expect([...page.selected()].sort()).toEqual(['a', 'b', 'c']);
    await press('Home');
    await press('Enter');
    expect(page.opened).toEqual(['a']);
  });

  it('selects the page, keeps the selection of other pages, and says how many', async () => {
    const { element, page, fixture } = await draw();
    page.selected.set(new Set(['z', 'a']));
    await fixture.whenStable();
    const all = element.querySelector<HTMLInputElement>('thead input')!;
    expect(all.indeterminate).toBe(true);
    all.click();
    await fixture.whenStable();
    expect([...page.selected()].sort()).toEqual(['a', 'b', 'c', 'z']);
    expect(element.querySelector('.count')?.textContent.trim()).toBe('4 dipilih');
    all.click();
    await fixture.whenStable();
    expect([...page.selected()]).toEqual(['z']);
  });

  it('does not open a row when a control inside it is used', async () => {
    const { page, tableRows } = await draw();
    tableRows()[1]?.querySelector('input')?.click();
    expect(page.opened).toEqual([]);
    tableRows()[1]?.querySelector('b')?.click();
    expect(page.opened).toEqual(['b']);
  });

  it('shows where rows will be while they load, and keeps old rows meanwhile', async () => {
    const { element, page, fixture, tableRows } = await draw();
    page.loading.set(true);
    await fixture.whenStable();
    expect(element.querySelector('table')?.getAttribute('aria-busy')).toBe('true');
    expect(tableRows()).toHaveLength(3);
    page.rows.set([]);
    await fixture.whenStable();
    expect(element.querySelectorAll('.skeleton').length).toBeGreaterThan(0);
  });

  it('says why nothing could be loaded and lets the reader try again', async () => {
    const { element, page, fixture, button } = await draw();
    page.problem.set('Layanan sedang sibuk.');
    await fixture.whenStable();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Layanan sedang sibuk.');
    expect(element.querySelector('table')).toBeNull();
    button('Coba lagi')?.click();
    expect(page.wishes).toEqual([{ q: 'again' }]);
  });

  it.each([
    ['nothing at all', [], 'Belum ada data'],
    ['nothing under a filter', [{ key: 'unit', label: 'OPD', value: 'Bappeda' }], 'Tidak ada yang cocok'],
  ])('tells %s apart', async (_, tags, words) => {
    const { element, page, fixture } = await draw();
    page.rows.set([]);
    page.tags.set(tags);
    await fixture.whenStable();
    expect(element.querySelector('j-empty-state')?.textContent).toContain(words);
  });

  it('shows the filters as words that can be removed', async () => {
    const { element, page, fixture } = await draw();
    page.tags.set([{ key: 'unit', label: 'OPD', value: 'Bappeda' }]);
    await fixture.whenStable();
    expect(element.querySelector('j-filter-tags li')?.textContent).toContain('OPD: Bappeda');
    element.querySelector<HTMLButtonElement>('[aria-label="Hapus saringan OPD"]')?.click();
    expect(page.wishes).toEqual([{ q: 'without unit' }]);
  });
});
