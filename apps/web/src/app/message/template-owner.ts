import { type Signal, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { SignInStore } from '../platform/sign-in-store';

/** Whose templates a page shows. */
export interface TemplateOwner {
  /** Empty for the national ones; null when the reader belongs to no agency. */
  readonly agencyId: Signal<string | null>;
  /** Whether the reader may write the national ones, and those of any agency. */
  readonly isNational: Signal<boolean>;
  choose(agencyId: string): void;
}

/** From the URL, else from the role in use. To be called where `inject` may be. */
export function templateOwner(): TemplateOwner {
  const [route, router, store] = [inject(ActivatedRoute), inject(Router), inject(SignInStore)];
  const params = toSignal(route.queryParamMap, { initialValue: route.snapshot.queryParamMap });
  const scopes = computed(() =>
    (store.me()?.grants ?? []).filter(({ role }) => role === store.role()).map(({ scope }) => scope),
  );
  const isNational = computed(() => scopes().some(({ kind }) => kind === 'national'));
  const own = computed(() => scopes().find(({ agencyId }) => agencyId !== null)?.agencyId ?? null);
  return {
    isNational,
    agencyId: computed(() => (isNational() ? (params().get('instansi') ?? '') : own())),
    choose: (agencyId) => {
      const queryParams = { instansi: agencyId === '' ? null : agencyId };
      void router.navigate([], { relativeTo: route, queryParams, queryParamsHandling: 'merge' });
    },
  };
}
