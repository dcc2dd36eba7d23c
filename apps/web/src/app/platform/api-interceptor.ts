import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { Injector, inject } from '@angular/core';
import { type Observable, catchError, from, switchMap, throwError } from 'rxjs';
import { LocaleService } from './locale';
import { mayBeSignedOut, toProblem } from './problem';
import { SignInAgain } from './sign-in-again';

/** Keeps the service worker out of the way: no answer of the API is kept, uploads report their progress. */
const pastWorker = 'ngsw-bypass';

/** Tells the API the reader's language, turns failures into AppProblem, and lets a reader sign in again on 401. */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const injector = inject(Injector);
  const worded = request.clone({
    setHeaders: { 'Accept-Language': inject(LocaleService).locale(), [pastWorker]: 'true' },
  });
  return next(worded).pipe(
    catchError((error: unknown) => {
      const hasEnded = error instanceof HttpErrorResponse && error.status === 401;
      if (!hasEnded || request.context.get(mayBeSignedOut)) return refuse(error);
      return from(injector.get(SignInAgain).ask()).pipe(
        switchMap((signedIn) => (signedIn ? next(worded).pipe(catchError(refuse)) : refuse(error))),
      );
    }),
  );
};

function refuse(error: unknown): Observable<never> {
  return throwError(() => (error instanceof HttpErrorResponse ? toProblem(error) : error));
}
