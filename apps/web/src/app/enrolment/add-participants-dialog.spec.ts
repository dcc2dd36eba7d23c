import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { CohortDetail } from '@jenjang/shared/cohort';
import type { CandidateRow } from '@jenjang/shared/enrolment';
import { TranslocoTestingModule } from '@jsverse/transloco';
import words from '../../i18n/id/enrolment.json';
import { AddParticipantsDialog } from './add-participants-dialog';

const cohort = { id: 'c', capacity: 3, seatsTaken: 2, classes: [] } as unknown as CohortDetail;
const candidate = (
  personId: string,
  fullName: string,
  changes: Partial<CandidateRow> = {},
): CandidateRow => ({
  personId,
  fullName,
  frontTitle: null,
  backTitle: null,
  nip: null,
  employmentKind: 'PNS',
  positionName: 'Analis',
  eselon: null,
  unitName: 'Dinas Kesehatan',
  opdName: null,
  agencyName: 'Kota Telaga',
  state: null,
  dutyStatus: 'active',
  otherCohorts: [],
  ...changes,
});

let fixture: ComponentFixture<AddParticipantsDialog>;
let http: HttpTestingController;
let closedWith: unknown;
const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
const button = (text: RegExp): HTMLButtonElement =>
  [...element().querySelectorAll('button')].find(({ textContent }) => text.test(textContent))!;

beforeEach(async () => {
  closedWith = undefined;
  TestBed.configureTestingModule({
    imports: [
      TranslocoTestingModule.forRoot({
        langs: { id: { enrolment: words } },
        translocoConfig: { availableLangs: ['id'], defaultLang: 'id' },
        preloadLangs: true,
      }),
    ],
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: MAT_DIALOG_DATA, useValue: cohort },
      {
        provide: MatDialogRef,
        useValue: {
          close: (value: unknown) => {
            closedWith = value;
          },
        },
      },
    ],
  });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(AddParticipantsDialog);
  fixture.detectChanges();
  await Promise.resolve();
  http
    .expectOne(({ url }) => url.endsWith('/candidates'))
    .flush({
      rows: [
        candidate('a', 'Arga Embun'),
        candidate('b', 'Bayu Telaga', { dutyStatus: 'leave', otherCohorts: ['DLA I'] }),
      ],
      total: 2,
      page: 1,
      size: 30,
    });
  await fixture.whenStable();
});

const pick = async (): Promise<void> => {
  element()
    .querySelectorAll<HTMLInputElement>('li input')
    .forEach((box) => box.click());
  await fixture.whenStable();
};

describe('adding participants', () => {
  it('says what speaks against somebody and what the choice does to the seats', async () => {
    expect(element().textContent).toMatch(/Cuti di luar tanggungan negara/);
    expect(element().textContent).toMatch(/Juga di DLA I/);
    await pick();
    expect(element().querySelector('.effect')?.textContent).toMatch(
      /2 dipilih: 1 diterima, sisa 0 kursi\..*1 menjadi cadangan/s,
    );
  });

  it('asks once when pressed twice, under one key', async () => {
    await pick();
    button(/Terima 2 orang/).click();
    button(/Terima 2 orang/).click();
    const request = http.expectOne({ method: 'POST', url: '/api/v1/cohorts/c/participants' });
    expect(request.request.body).toMatchObject({ personIds: ['a', 'b'], mode: 'each', whenFull: 'waitlist' });
    expect(request.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    request.flush({ rows: [], accepted: 1, waitlisted: 1, refused: 0, seatsLeft: 0 });
    await fixture.whenStable();
    expect(closedWith).toBe(true);
  });

  it('stays open to name whoever was refused, and why', async () => {
    await pick();
    button(/Terima 2 orang/).click();
    http.expectOne({ method: 'POST' }).flush({
      rows: [
        { personId: 'a', outcome: 'accepted' },
        { personId: 'b', outcome: 'refused', code: 'enrolment.full' },
      ],
      accepted: 1,
      waitlisted: 0,
      refused: 1,
      seatsLeft: 0,
    });
    await fixture.whenStable();
    fixture.detectChanges();
    expect(closedWith).toBeUndefined();
    expect(element().querySelector('.people')?.textContent).toMatch(
      /Bayu Telaga.*Kursi angkatan sudah penuh/s,
    );
    expect(element().querySelector('.people')?.textContent).not.toMatch(/Arga/);
  });
});
