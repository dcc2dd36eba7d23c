import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Me, permissionsOfRole } from '@jenjang/shared/identity';
import { apiInterceptor } from './api-interceptor';
import { AppProblem } from './problem';
import { SignInStore } from './sign-in-store';
import { provideTranslations } from './translations';

const scope = { kind: 'national', agencyId: null, unitPath: null, cohortId: null } as const;
const names = { agencyName: null, unitName: null, cohortName: null };
const melati: Me = {
  account: { id: '1', displayName: 'Melati Pualam', login: 'melati', locale: 'id', personId: 'p1' },
  grants: [
    { role: 'organiser', scope, ...names },
    { role: 'hr_analyst', scope, ...names },
  ],
  permissions: [...new Set([...permissionsOfRole.organiser, ...permissionsOfRole.hr_analyst])],
};
const signedOut = { code: 'signIn.required', title: 'Silakan masuk terlebih dahulu.', status: 401 };

let store: SignInStore;
let http: HttpTestingController;

function answerMe(body: unknown, status = 200): void {
  http.expectOne('/api/v1/auth/me').flush(body as object, { status, statusText: 'as said' });
}

beforeEach(() => {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      ...provideTranslations('id'),
    ],
  });
  store = TestBed.inject(SignInStore);
  http = TestBed.inject(HttpTestingController);
});

describe('SignInStore', () => {
  it('asks once who is signed in, however often it is asked', async () => {
    const both = Promise.all([store.load(), store.load()]);
    answerMe(melati);
    expect(await both).toEqual([melati, melati]);
    expect(await store.load()).toEqual(melati);
    http.verify();
  });

  it('takes 401 for an answer: nobody is signed in', async () => {
    const loading = store.load();
    answerMe(signedOut, 401);
    expect(await loading).toBeNull();
    expect(store.role()).toBeNull();
    expect(store.may('cohort.read')).toBe(false);
  });

  it('asks again after a failure instead of remembering it', async () => {
    const failing = store.load();
    answerMe({}, 502);
    await expect(failing).rejects.toBeInstanceOf(AppProblem);
    const loading = store.load();
    answerMe(melati);
    expect(await loading).toEqual(melati);
  });

  it('shows one role at a time and remembers the choice on the device', async () => {
    const loading = store.load();
    answerMe(melati);
    await loading;
    expect(store.role()).toBe('organiser');
    expect(store.may('merit.export')).toBe(false);
    store.useRole('hr_analyst');
    expect(store.may('merit.export')).toBe(true);
    expect(store.may('cohort.manage')).toBe(false);
    expect(localStorage.getItem('jenjang.role')).toBe('hr_analyst');
  });

  it('changes the role when a page needs another that is held, and says when none is', async () => {
    const loading = store.load();
    answerMe(melati);
    await loading;
    expect(store.useRoleThatMay('merit.export')).toBe(true);
    expect(store.role()).toBe('hr_analyst');
    expect(store.useRoleThatMay('account.manage')).toBe(false);
    expect(store.role()).toBe('hr_analyst');
  });

  it('passes on why signing in was refused, in the words of the server', async () => {
    const signingIn = store.signIn('melati', 'salah');
    const body = { code: 'signIn.wrong', title: 'Nama pengguna atau kata sandi tidak cocok.' };
    http.expectOne('/api/v1/auth/login').flush(body, { status: 401, statusText: 'no' });
    await expect(signingIn).rejects.toMatchObject({ status: 401, code: 'signIn.wrong', title: body.title });
    expect(store.account()).toBeNull();
  });

  it('forgets everything on signing out', async () => {
    const signingIn = store.signIn('melati', 'benar');
    http.expectOne('/api/v1/auth/login').flush(melati);
    await signingIn;
    const signingOut = store.signOut();
    http.expectOne('/api/v1/auth/logout').flush(null);
    await signingOut;
    expect(store.me()).toBeNull();
    expect(await store.load()).toBeNull();
  });
});
