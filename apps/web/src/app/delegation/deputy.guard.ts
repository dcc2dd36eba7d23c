import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Permission } from '@jenjang/shared/identity';
import { SignInStore } from '../platform/sign-in-store';
import { DelegationApi } from './delegation-api';

/** As `allowed`; but a deputy whose time is over, or has not come, is led to the page that says so. */
export function deputyOr(permission: Permission): CanActivateFn {
  return async () => {
    const [store, router, api] = [inject(SignInStore), inject(Router), inject(DelegationApi)];
    await store.load();
    if (store.useRoleThatMay(permission)) return true;
    const held = await api.read().then(
      (found) => found.held,
      () => [],
    );
    const path = held.length > 0 ? '/delegasi' : '/tidak-berwenang';
    return new RedirectCommand(router.parseUrl(path), { skipLocationChange: held.length === 0 });
  };
}
