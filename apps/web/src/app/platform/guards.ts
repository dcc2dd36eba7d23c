import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Permission } from '@jenjang/shared/identity';
import { SignInStore } from './sign-in-store';

/** An address within this app, so that a link cannot lead elsewhere after signing in. */
export function safeNext(next: string | null | undefined): string {
  return next?.startsWith('/') && !/^\/[/\\]|^\/masuk/.test(next) ? next : '/';
}

/** Lets signed-in readers through; others sign in and come back. */
export const signedInOnly: CanActivateFn = async (_route, state) => {
  const store = inject(SignInStore);
  const router = inject(Router);
  if ((await store.load()) !== null) return true;
  return new RedirectCommand(
    router.createUrlTree(['/masuk'], { queryParams: state.url === '/' ? {} : { next: state.url } }),
  );
};

/** The sign-in page is for those who are not signed in. */
export const signedOutOnly: CanActivateFn = async (route) => {
  const store = inject(SignInStore);
  const router = inject(Router);
  const signedIn = await store.load();
  return signedIn === null ? true : router.parseUrl(safeNext(route.queryParamMap.get('next')));
};

/**
 * Lets readers through who hold the permission in some role, and shows the app in that role. Whether it holds for
 * the record in the URL is decided by the server.
 */
export function allowed(permission: Permission): CanActivateFn {
  return async () => {
    const store = inject(SignInStore);
    const router = inject(Router);
    await store.load();
    return store.useRoleThatMay(permission)
      ? true
      : new RedirectCommand(router.parseUrl('/tidak-berwenang'), { skipLocationChange: true });
  };
}

/** Lets readers through who have own records: learning, graduation, certificates. */
export const participantOnly: CanActivateFn = async () => {
  const store = inject(SignInStore);
  const router = inject(Router);
  await store.load();
  if (!store.roles().some(({ role }) => role === 'participant')) {
    return new RedirectCommand(router.parseUrl('/tidak-berwenang'), { skipLocationChange: true });
  }
  store.useRole('participant');
  return true;
};

/** Lets readers through who attend or teach sessions, in the role in use where it is one of these, else in the first that they hold. */
export const ownSessionsOnly: CanActivateFn = async () => {
  const store = inject(SignInStore);
  const router = inject(Router);
  await store.load();
  const held = (['participant', 'facilitator'] as const).filter((own) =>
    store.roles().some(({ role }) => role === own),
  );
  const role = held.find((own) => own === store.role()) ?? held[0];
  if (role === undefined) {
    return new RedirectCommand(router.parseUrl('/tidak-berwenang'), { skipLocationChange: true });
  }
  store.useRole(role);
  return true;
};
