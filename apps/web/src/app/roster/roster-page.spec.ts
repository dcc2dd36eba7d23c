import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { RosterRowView, RosterView } from '@jenjang/shared/roster';
import { TranslocoTestingModule } from '@jsverse/transloco';
import words from '../../i18n/id/roster.json';
import ui from '../../i18n/id/ui.json';
import { apiInterceptor } from '../platform/api-interceptor';
import { RosterPage } from './roster-page';

const run: RosterView = {
  id: 'i',
  kind: 'people',
  agencyId: 'a',
  cohortId: null,
  state: 'previewed',
  version: 2,
  file: { name: 'pegawai.csv', bytes: 10, format: 'csv' },
  headings: ['NIP', 'Nama'],
  columns: { nip: 'NIP', fullName: 'Nama' },
  rows: 3,
  sample: [],
  counts: { new: 1, updated: 0, unchanged: 1, rejected: 1, toVerify: 0, formulaCells: 0, notices: [] },
  seats: null,
  jobId: null,
  createdAt: '2026-11-21T00:00:00Z',
  committedAt: null,
  undoUntil: null,
};
const rejected: RosterRowView = {
  rowNumber: 4,
  outcome: 'rejected',
  cells: { nip: '1983092120080119', fullName: 'Cemara Senja' },
  problems: [
    {
      field: 'nip',
      code: 'roster.nipLength',
      value: '1983092120080119',
      message: '16 angka, seharusnya 18',
      suggestion: { value: '198309212008011902', why: 'record' },
    },
  ],
  changes: [],
  toVerify: false,
};

let fixture: ComponentFixture<RosterPage>;
let http: HttpTestingController;
const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
const button = (text: RegExp): HTMLButtonElement =>
  [...element().querySelectorAll('button')].find(({ textContent }) => text.test(textContent))!;
const settle = async (): Promise<void> => {
  // Rows are on their way by then, so the page is not stable; a turn of the loop is enough.
  await new Promise((resolve) => setTimeout(resolve));
  fixture.detectChanges();
  await new Promise((resolve) => setTimeout(resolve));
};
const answerRows = async (rows: readonly RosterRowView[]): Promise<void> => {
  for (const request of http.match((each) => each.url === '/api/v1/imports/i/rows'))
    request.flush({
      rows: request.request.params.get('outcome') === 'rejected' ? rows : [],
      total: rows.length,
      page: 1,
      size: 25,
    });
  await settle();
};

beforeEach(() => {
  globalThis.scrollTo = () => undefined;
  TestBed.configureTestingModule({
    imports: [
      TranslocoTestingModule.forRoot({
        langs: { id: { roster: words, ui }, 'roster/id': words },
        translocoConfig: { availableLangs: ['id'], defaultLang: 'id' },
        preloadLangs: true,
      }),
    ],
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(RosterPage);
  fixture.componentRef.setInput('kind', 'people');
});

const open = async (view: RosterView): Promise<void> => {
  fixture.componentRef.setInput('impor', 'i');
  fixture.detectChanges();
  await Promise.resolve();
  http.expectOne('/api/v1/imports/i').flush(view);
  await settle();
};

describe('an import in the address', () => {
  it('goes on at its preview, with what was rejected first', async () => {
    await open(run);
    await answerRows([rejected]);
    expect(element().querySelector('[aria-current=step]')?.textContent).toContain('Pratinjau');
    expect(element().querySelector('.wrong')?.textContent).toContain('16 angka, seharusnya 18');
    expect(button(/^\s*Impor 1 baris/)).toBeDefined();
  });

  it('shows the job at work instead of the rows', async () => {
    globalThis.EventSource = class {
      close(): void {
        this.onerror = null;
      }
      onerror: unknown = null;
      onmessage: unknown = null;
    } as unknown as typeof EventSource;
    await open({ ...run, state: 'uploaded', counts: null, jobId: 'j' });
    expect(element().querySelector('j-job-progress')).not.toBeNull();
    expect(element().querySelector('j-columns-step')).toBeNull();
  });

  it('mends a row in place with what the records suggest', async () => {
    await open(run);
    await answerRows([rejected]);
    button(/Perbaiki di sini/).click();
    await settle();
    const cell = element().querySelector<HTMLInputElement>('#mend-nip')!;
    expect(cell.value).toBe('19830921 200801 1 902');
    button(/Pakai dan periksa/).click();
    const request = http.expectOne('/api/v1/imports/i/rows/4');
    expect(request.request.body).toEqual({ cells: { nip: '19830921 200801 1 902' } });
    request.flush({
      row: { ...rejected, outcome: 'new', problems: [] },
      run: { ...run, version: 3, counts: { ...run.counts!, new: 2, rejected: 0 } },
    });
    await settle();
    await answerRows([]);
    expect(button(/^\s*Impor 2 baris/)).toBeDefined();
  });

  it('writes the sound rows only while some are rejected, and all when none is', async () => {
    await open(run);
    await answerRows([rejected]);
    button(/^\s*Impor 1 baris/).click();
    expect(http.expectOne('/api/v1/imports/i/commit').request.body).toEqual({ version: 2, mode: 'valid' });
  });

  it('says why it was refused, and shows the preview anew', async () => {
    await open({ ...run, counts: { ...run.counts!, rejected: 0 } });
    await answerRows([]);
    button(/^\s*Impor 1 baris/).click();
    const request = http.expectOne('/api/v1/imports/i/commit');
    expect(request.request.body.mode).toBe('all');
    request.flush(
      {
        type: '',
        status: 409,
        code: 'roster.outdated',
        title: 'Data sudah berubah sejak pratinjau.',
        titleId: '',
        titleEn: '',
      },
      { status: 409, statusText: 'Conflict' },
    );
    await settle();
    expect(element().textContent).toContain('Data sudah berubah sejak pratinjau.');
    http.expectOne('/api/v1/imports/i');
  });

  it('ends with the way back', async () => {
    await open({ ...run, state: 'committed', undoUntil: '2026-11-22T00:00:00Z' });
    button(/Urungkan semua/).click();
    http.expectOne('/api/v1/imports/i/undo').flush({ ...run, state: 'undone' });
    await settle();
    expect(element().textContent).toContain('Impor ini sudah diurungkan');
  });
});
