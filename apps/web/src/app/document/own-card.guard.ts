import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { AppProblem } from '../platform/problem';
import { SignInStore } from '../platform/sign-in-store';
import { keptCards } from './kept-cards';

/** Whether the server was never reached. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof AppProblem && error.status === 0;
}

/** Lets participants through; where the server cannot be asked, whoever opened their cards on this device before. */
export const ownCardsOnly: CanActivateFn = async (_route, state) => {
  const store = inject(SignInStore);
  const router = inject(Router);
  try {
    if ((await store.load()) === null) {
      keptCards.write([]);
      return new RedirectCommand(router.createUrlTree(['/masuk'], { queryParams: { next: state.url } }));
    }
  } catch (error) {
    if (isUnreachable(error) && keptCards.read() !== null) return true;
    throw error;
  }
  if (store.roles().some(({ role }) => role === 'participant')) return true;
  return new RedirectCommand(router.parseUrl('/tidak-berwenang'), { skipLocationChange: true });
};
