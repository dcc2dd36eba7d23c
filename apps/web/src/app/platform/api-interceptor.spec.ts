import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { firstValueFrom } from 'rxjs';
import { apiInterceptor } from './api-interceptor';
import { AppProblem } from './problem';
import { SignInAgain } from './sign-in-again';
import { SignInStore } from './sign-in-store';
import { provideTranslations } from './translations';

const me = {
  account: { id: '1', displayName: 'Melati Pualam', login: 'melati', locale: 'id', personId: null },
  grants: [],
  permissions: [],
};
const ended = { code: 'signIn.required', title: 'Silakan masuk terlebih dahulu.' };

let client: HttpClient;
let http: HttpTestingController;

async function signIn(): Promise<void> {
  const signingIn = TestBed.inject(SignInStore).signIn('melati', 'benar');
  http.expectOne('/api/v1/auth/login').flush(me);
  await signingIn;
}

/** Lets what waits on promises go on. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}

beforeEach(() => {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', children: [] }]),
      ...provideTranslations('id'),
    ],
  });
  client = TestBed.inject(HttpClient);
  http = TestBed.inject(HttpTestingController);
});

describe('apiInterceptor', () => {
  it('tells the API the reader’s language, and nobody else', () => {
    client.get('/api/v1/cohorts').subscribe();
    client.get('/assets/x.json').subscribe();
    expect(http.expectOne('/api/v1/cohorts').request.headers.get('Accept-Language')).toBe('id');
    expect(http.expectOne('/assets/x.json').request.headers.has('Accept-Language')).toBe(false);
  });

  it('turns a problem into one with its title, fields and request id', async () => {
    const asking = firstValueFrom(client.post('/api/v1/cohorts', {}));
    const errors = [{ path: 'name', code: 'isNotEmpty', message: 'Wajib diisi.' }];
    http
      .expectOne('/api/v1/cohorts')
      .flush(
        { code: 'input.invalid', title: 'Ada isian yang perlu diperbaiki.', errors, requestId: 'r-1' },
        { status: 400, statusText: 'bad' },
      );
    await expect(asking).rejects.toMatchObject({
      status: 400,
      code: 'input.invalid',
      errors,
      requestId: 'r-1',
    });
  });

  it.each([
    ['nothing, when the server was not reached', 0, 'network'],
    ['a page of some proxy', 502, 'unexpected'],
  ])('names %s', async (_, status, code) => {
    const asking = firstValueFrom(client.get('/api/v1/cohorts'));
    const request = http.expectOne('/api/v1/cohorts');
    if (status === 0) request.error(new ProgressEvent('error'));
    else request.flush('<html>', { status, statusText: 'bad', headers: { 'X-Request-Id': 'r-2' } });
    await expect(asking).rejects.toMatchObject({ code, title: null });
  });

  it('says how long to wait', async () => {
    const asking = firstValueFrom(client.get('/api/v1/cohorts'));
    const body = { code: 'tooManyRequests', title: 'Terlalu banyak permintaan.' };
    http
      .expectOne('/api/v1/cohorts')
      .flush(body, { status: 429, statusText: 'wait', headers: { 'Retry-After': '30' } });
    await expect(asking).rejects.toMatchObject({ status: 429, retryAfter: 30 });
  });

  it('leads to the sign-in page, and back, when nobody was signed in', async () => {
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/angkatan?q=dla');
    const asking = firstValueFrom(client.get('/api/v1/cohorts'));
    http.expectOne('/api/v1/cohorts').flush(ended, { status: 401, statusText: 'no' });
    await expect(asking).rejects.toBeInstanceOf(AppProblem);
    await settle();
    expect(router.url).toBe('/masuk?next=%2Fangkatan%3Fq%3Ddla');
  });

  it('sends the request again once signed in again, without leaving the page', async () => {
    await signIn();
    const asking = firstValueFrom(client.post('/api/v1/cohorts', { name: 'Angkatan I' }));
    http.expectOne('/api/v1/cohorts').flush(ended, { status: 401, statusText: 'no' });
    const again = TestBed.inject(SignInAgain);
    expect(again.asking()).toBe(true);
    again.finish(true);
    await settle();
    const second = http.expectOne('/api/v1/cohorts');
    expect(second.request.body).toEqual({ name: 'Angkatan I' });
    second.flush({ id: 'c1' });
    expect(await asking).toEqual({ id: 'c1' });
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('asks once when several requests find the sign-in ended', async () => {
    await signIn();
    const asking = Promise.allSettled(
      ['/api/v1/a', '/api/v1/b'].map((url) => firstValueFrom(client.get(url))),
    );
    for (const url of ['/api/v1/a', '/api/v1/b'])
      http.expectOne(url).flush(ended, { status: 401, statusText: 'no' });
    TestBed.inject(SignInAgain).finish(false);
    expect((await asking).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(TestBed.inject(SignInAgain).asking()).toBe(false);
  });
});
