import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { Router, provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IssuanceRow } from '@jenjang/shared/certificate';
import type { CohortDetail } from '@jenjang/shared/cohort';
import type { JobView } from '@jenjang/shared/job';
import { provideTranslocoScope } from '@jsverse/transloco';
import { CohortStore } from '../cohort';
import { LocaleService } from '../platform/locale';
import { provideTranslations } from '../platform/translations';
import { IssuingPage } from './issuing-page';

const cohort = {
  id: 'c1',
  code: 'DLA-1',
  zone: 'Asia/Makassar',
  agency: { id: 'a1', code: 'KOTA-SMD' },
  programme: { id: 'p1', code: 'DLA', academyCode: 'DLA' },
  curriculum: { id: 'k1' },
  allowedOperations: ['issue'],
} as unknown as CohortDetail;

const design = { numberTemplate: '{programme}-SMD/{year}/{seq:4}', counterScope: 'PROGRAMME_YEAR' };

function aRow(id: string, holderName: string, changes: Partial<IssuanceRow> = {}): IssuanceRow {
  return {
    enrolmentId: id,
    holderName,
    nip: null,
    opdName: null,
    certificate: null,
    reasons: [],
    ...changes,
  };
}

const rows: readonly IssuanceRow[] = [
  aRow('e1', 'Anggrek Telaga'),
  aRow('e2', 'Bintang Savana'),
  aRow('e3', 'Cemara Senja', { reasons: ['failed', 'noSignatory'] }),
  aRow('e4', 'Damar Savana', {
    certificate: { id: 'x', number: 'DLA-SMD/2026/0001', code: 'X', state: 'revoked' },
  }),
];

const done: JobView = {
  id: 'j1',
  kind: 'certificate.issue',
  state: 'done',
  done: 2,
  total: 2,
  createdAt: '2026-11-21T01:00:00Z',
  startedAt: '2026-11-21T01:00:01Z',
  finishedAt: '2026-11-21T01:00:05Z',
  result: { issued: 2, refused: 0 },
  error: null,
  attempts: 1,
};

/** jsdom lays nothing out, so there is nothing to observe. */
class NoLayout implements ResizeObserver {
  readonly observe = (): undefined => undefined;
  readonly unobserve = (): undefined => undefined;
  readonly disconnect = (): undefined => undefined;
}

describe('IssuingPage', () => {
  let fixture: ComponentFixture<IssuingPage>;
  let http: HttpTestingController;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const button = (within: ParentNode, words: string): HTMLButtonElement => {
    const found = [...within.querySelectorAll('button')].find((each) => each.textContent.includes(words));
    if (found === undefined) throw new Error(`no button says ${words}`);
    return found;
  };
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));
  const settle = async (): Promise<void> => {
    await pause();
    await fixture.whenStable();
  };

  beforeEach(async () => {
    globalThis.ResizeObserver = NoLayout;
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideTranslations('id'),
        provideTranslocoScope('certificate'),
        CohortStore,
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      ],
    });
    await TestBed.inject(LocaleService).start();
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(CohortStore).open('c1');
    fixture = TestBed.createComponent(IssuingPage);
    await pause();
    http.expectOne('/api/v1/cohorts/c1').flush(cohort);
    http.expectOne('/api/v1/cohorts/c1/certificates').flush(rows);
    await pause();
    http.expectOne('/api/v1/curricula/k1').flush({ id: 'k1', certificateDesign: design });
    await settle();
  });

  afterEach(() =>
    document.querySelectorAll('.cdk-overlay-container').forEach((each) => each.replaceChildren()),
  );

  it('says of everyone whether there is a certificate, can be one, or why not', () => {
    const said = [...page().querySelectorAll('tbody tr')].map((row) => row.textContent.replace(/\s+/g, ' '));
    expect(said[0]).toContain('Siap terbit');
    expect(said[2]).toContain('Peserta tidak lulus');
    expect(said[2]).toContain('Belum ada penanda tangan');
    expect(said[3]).toContain('Dicabut');
  });

  it('offers to issue to those who never had one, and says how many, when and under which numbers', () => {
    const dock = page().querySelector('j-dock')?.textContent.replace(/\s+/g, ' ') ?? '';
    expect(dock).toContain('Terbitkan 2 sertifikat');
    expect(dock).toMatch(/Nomor DLA-SMD\/\d{4}\/…/);
  });

  it('asks first; then follows the job by the URL, so that a reload finds it again', async () => {
    button(page(), 'Terbitkan 2 sertifikat').click();
    await settle();
    const dialog = document.querySelector<HTMLElement>('mat-dialog-container')!;
    expect(dialog.textContent.replace(/\s+/g, ' ')).toContain('2 sertifikat terbit');
    http.expectNone({ method: 'POST', url: '/api/v1/cohorts/c1/certificates' });

    button(dialog, 'Terbitkan 2 sertifikat').click();
    await settle();
    const request = http.expectOne({ method: 'POST', url: '/api/v1/cohorts/c1/certificates' });
    expect(request.request.body).toEqual({ enrolmentIds: ['e1', 'e2'] });
    request.flush({ jobId: 'j1', total: 2 });
    await pause();
    expect(TestBed.inject(Router).url).toContain('pekerjaan=j1');
    expect(page().querySelector('j-job-progress')).not.toBeNull();
    expect(page().querySelector('j-dock')).toBeNull();

    await pause();
    http.expectOne('/api/v1/jobs/j1').flush(done);
    await pause();
    http.expectOne('/api/v1/cohorts/c1/certificates').flush(rows.slice(2));
    http.expectOne('/api/v1/cohorts/c1').flush(cohort);
    await settle();
    expect(page().querySelector('j-banner')?.textContent).toContain('2 sertifikat terbit');
  });

  it('issues nothing when the reader thinks better of it', async () => {
    button(page(), 'Terbitkan 2 sertifikat').click();
    await settle();
    button(document.querySelector<HTMLElement>('mat-dialog-container')!, 'Batal').click();
    await settle();
    http.expectNone({ method: 'POST', url: '/api/v1/cohorts/c1/certificates' });
    expect(page().querySelector('j-dock')).not.toBeNull();
  });
});
