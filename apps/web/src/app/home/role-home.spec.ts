import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoleHome as HomeFacts, SessionOfToday, Task } from '@jenjang/shared/home';
import { TranslocoTestingModule } from '@jsverse/transloco';
import words from '../../i18n/id/home.json';
import { RoleHome } from './role-home';

const marking: Task = {
  kind: 'markSession',
  role: 'organiser',
  cohortId: 'c',
  sessionId: 's3',
  facts: { session: 'Sesi 3', cohort: 'DLA I', count: 7, expected: 112, until: '11.30 WITA' },
  dueAt: '2024-11-05T03:30:00Z',
  zone: 'Asia/Makassar',
  urgency: 'now',
  link: '/angkatan/c/presensi/s3',
};
const exporting: Task = {
  ...marking,
  kind: 'reportRevoked',
  role: 'hr_analyst',
  facts: { count: 2, since: '2024-11-01' },
  dueAt: null,
  urgency: 'ahead',
  link: '/merit?state=revoked',
};
const starting: Task = {
  ...marking,
  kind: 'startCohort',
  facts: { cohort: 'GTA II', accepted: 40, startsOn: '2024-11-04' },
  urgency: 'late',
  link: '/angkatan/d',
};
const session: SessionOfToday = {
  sessionId: 's3',
  cohortId: 'c',
  cohortName: 'DLA I',
  title: 'Sesi 3',
  startsAt: '2024-11-05T00:00:00Z',
  endsAt: '2024-11-05T03:30:00Z',
  zone: 'Asia/Makassar',
  venue: 'Aula',
  state: 'planned',
  expected: 112,
  marked: 105,
  attended: 97,
};
const nothing: HomeFacts = { now: '2024-11-05T03:02:00Z', tasks: [], sessions: [], cohorts: [] };

let fixture: ComponentFixture<RoleHome>;
let http: HttpTestingController;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const text = (): string => page().textContent.replace(/\s+/g, ' ');

async function settled(): Promise<void> {
  await Promise.resolve();
  await fixture.whenStable();
}
function asked(role: string): TestRequest {
  return http.expectOne(({ url, params }) => url === '/api/v1/me/tasks' && params.get('role') === role);
}
async function told(facts: Partial<HomeFacts>): Promise<void> {
  asked('organiser').flush({ ...nothing, ...facts });
  await settled();
}

beforeEach(() => {
  TestBed.configureTestingModule({
    imports: [
      TranslocoTestingModule.forRoot({
        langs: { id: { home: words } },
        translocoConfig: { availableLangs: ['id'], defaultLang: 'id' },
        preloadLangs: true,
      }),
    ],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(RoleHome);
  fixture.componentRef.setInput('role', 'organiser');
  fixture.detectChanges();
});

describe('the home of a role', () => {
  it('has one filled button, for the first task, with its numbers and the time left', async () => {
    await told({ tasks: [marking, starting, exporting] });
    const filled = [...page().querySelectorAll<HTMLAnchorElement>('a.mat-mdc-unelevated-button')];
    expect(filled.map((link) => [link.textContent.trim(), link.getAttribute('href')])).toEqual([
      ['Tandai presensi', '/angkatan/c/presensi/s3'],
    ]);
    expect(text()).toContain('7 dari 112 orang belum ditandai pada Sesi 3, DLA I.');
    expect(text()).toContain('28 menit lagi');
    expect(page().querySelector('h3')?.textContent).toBe('Lengkapi presensi Sesi 3');
  });

  it('lists the others with their reasons and where they are done', async () => {
    await told({ tasks: [marking, starting, exporting] });
    const others = [...page().querySelectorAll<HTMLAnchorElement>('ol a')];
    expect(others.map((link) => link.getAttribute('href'))).toEqual(['/angkatan/d', '/merit?state=revoked']);
    expect(others[0]?.textContent).toMatch(/Mulai GTA II[\s\S]*4\sNov 2024[\s\S]*Terlewat/);
    expect(others[1]?.textContent).toMatch(/Ekspor ulang 2\ssertifikat yang dicabut/);
  });

  it('shows the sessions of today with their state, and recent cohorts', async () => {
    const cohort = {
      id: 'c',
      name: 'DLA I',
      programmeName: 'DLA',
      startsOn: '2024-11-04',
      endsOn: '2024-11-08',
    };
    await told({
      sessions: [session, { ...session, sessionId: 's4', title: 'Sesi 4', state: 'closed' }],
      cohorts: [{ ...cohort, state: 'running', capacity: 112, seatsTaken: 110 }],
    });
    const lines = [...page().querySelectorAll('j-today-list li')].map((line) => line.textContent);
    expect(lines[0]).toMatch(/08\.00–11\.30\sWITA[\s\S]*Berlangsung[\s\S]*105 dari 112 ditandai/);
    expect(lines[1]).toMatch(/Ditutup[\s\S]*97 dari 112 hadir/);
    expect(page().querySelector('a[href="/angkatan/c"]')?.textContent).toContain('110 dari 112 kursi');
  });

  it('is calm when nothing is waiting', async () => {
    await told({});
    expect(text()).toContain('Tidak ada yang menunggu Anda');
    expect(page().querySelector('.mat-mdc-unelevated-button')).toBeNull();
  });

  it('asks anew for another role and shows nothing of the last one meanwhile', async () => {
    await told({ tasks: [marking] });
    fixture.componentRef.setInput('role', 'hr_analyst');
    fixture.detectChanges();
    expect(text()).not.toContain('Tandai presensi');
    asked('hr_analyst').flush({ ...nothing, tasks: [exporting] });
    await settled();
    expect(text()).toContain('Ekspor ulang 2 sertifikat yang dicabut');
  });

  it('looks again when the reader comes back to it', async () => {
    await told({ tasks: [marking] });
    document.dispatchEvent(new Event('visibilitychange'));
    TestBed.tick();
    await told({});
    expect(text()).toContain('Tidak ada yang menunggu Anda');
  });

  it('says why it could not be loaded and tries again', async () => {
    asked('organiser').flush(null, { status: 503, statusText: 'Service Unavailable' });
    await settled();
    expect(page().querySelector('[role=alert]')).not.toBeNull();
    page().querySelector<HTMLButtonElement>('[role=alert] button')!.click();
    TestBed.tick();
    await told({ tasks: [marking] });
    expect(text()).toContain('Tandai presensi');
  });
});
