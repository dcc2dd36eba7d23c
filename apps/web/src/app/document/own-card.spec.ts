import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { type GuardResult, RedirectCommand, Router, provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { OwnCard } from '@jenjang/shared/document';
import type { Me } from '@jenjang/shared/identity';
import { provideTranslocoScope } from '@jsverse/transloco';
import { apiInterceptor } from '../platform/api-interceptor';
import { LocaleService } from '../platform/locale';
import { SignInStore } from '../platform/sign-in-store';
import { provideTranslations } from '../platform/translations';
import { keptCards } from './kept-cards';
import { OwnCardPage } from './own-card-page';
import { ownCardsOnly } from './own-card.guard';

const card: OwnCard = {
  enrolmentId: 'e1',
  cohortName: 'DLA Telaga I',
  participantName: 'Kenanga Wening',
  unitName: 'Dinas Kesehatan',
  payload: 'JENJANG:P:0F8FAD5B-D9CB-469F-A165-70867728950E:00FF00FF00FF00FF',
};
const names = { agencyName: null, unitName: null, cohortName: null };
const scope = { kind: 'cohort', agencyId: null, unitPath: null, cohortId: 'c1' } as const;

/** Every person takes part somewhere; an account of nobody in particular does not. */
function me(role: 'participant' | 'facilitator'): Me {
  const personId = role === 'participant' ? 'p1' : null;
  return {
    account: { id: '1', displayName: 'Kenanga', login: 'kenanga', locale: 'id', personId },
    grants: [{ role, scope, ...names }],
    permissions: [],
  };
}

let http: HttpTestingController;

beforeEach(() => {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      provideTranslocoScope('document'),
      ...provideTranslations('id'),
    ],
  });
  http = TestBed.inject(HttpTestingController);
});

describe('who opens the cards', () => {
  const guarded = (): Promise<GuardResult> =>
    TestBed.runInInjectionContext(
      () => ownCardsOnly({} as never, { url: '/kartu' } as never) as Promise<GuardResult>,
    );
  const offline = (): void => http.expectOne('/api/v1/auth/me').error(new ProgressEvent('error'));
  const leadsTo = (result: GuardResult): string =>
    result instanceof RedirectCommand
      ? TestBed.inject(Router).serializeUrl(result.redirectTo)
      : String(result);

  it.each([
    ['participant', 'true'],
    ['facilitator', '/tidak-berwenang'],
  ] as const)('a %s: %s', async (role, expected) => {
    const result = guarded();
    http.expectOne('/api/v1/auth/me').flush(me(role));
    expect(leadsTo(await result)).toBe(expected);
  });

  it('signs others in first, and keeps nothing for them', async () => {
    keptCards.write([card]);
    const result = guarded();
    http
      .expectOne('/api/v1/auth/me')
      .flush({ code: 'signIn.required', title: 'Silakan masuk.' }, { status: 401, statusText: 'no' });
    expect(leadsTo(await result)).toBe('/masuk?next=%2Fkartu');
    expect(keptCards.read()).toBeNull();
  });

  it('lets in without a network whoever opened them here before, and nobody else', async () => {
    const first = guarded();
    offline();
    await expect(first).rejects.toMatchObject({ status: 0 });
    keptCards.write([card]);
    const second = guarded();
    offline();
    expect(await second).toBe(true);
  });

  it('forgets the cards when somebody signs in or out', async () => {
    const store = TestBed.inject(SignInStore);
    keptCards.write([card]);
    const signingIn = store.signIn('melati', 'x');
    http.expectOne('/api/v1/auth/login').flush(me('participant'));
    await signingIn;
    expect(keptCards.read()).toBeNull();
    keptCards.write([card]);
    const signingOut = store.signOut();
    http.expectOne('/api/v1/auth/logout').flush({});
    await signingOut;
    expect(keptCards.read()).toBeNull();
  });
});

describe('the page of own cards', () => {
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));
  async function opened(answer: (url: string) => void): Promise<HTMLElement> {
    await TestBed.inject(LocaleService).start();
    const fixture = TestBed.createComponent(OwnCardPage);
    await pause();
    answer('/api/v1/me/cards');
    await pause();
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('draws the code with name, unit and cohort, and keeps them', async () => {
    const page = await opened((url) => http.expectOne(url).flush([card]));
    expect(page.querySelector('article')?.textContent).toMatch(
      /Kenanga Wening\s*Dinas Kesehatan\s*DLA Telaga I/,
    );
    expect(page.querySelector('svg[role=img]')?.getAttribute('aria-label')).toBe(
      'Kode QR kartu Kenanga Wening',
    );
    expect(page.querySelectorAll('svg[role=img] path')).toHaveLength(1);
    expect(keptCards.read()).toEqual([card]);
  });

  it('shows the kept ones where the network is gone, and says so', async () => {
    keptCards.write([card]);
    const page = await opened((url) => http.expectOne(url).error(new ProgressEvent('error')));
    expect(page.querySelector('article h2')?.textContent).toBe('Kenanga Wening');
    expect(page.textContent).toContain('Tanpa jaringan');
  });

  it('says that there is none, and keeps none', async () => {
    keptCards.write([card]);
    const page = await opened((url) => http.expectOne(url).flush([]));
    expect(page.querySelector('article')).toBeNull();
    expect(page.textContent).toContain('Belum ada kartu');
    expect(keptCards.read()).toBeNull();
  });
});
