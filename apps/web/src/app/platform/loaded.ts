import {
  type Resource,
  type ResourceRef,
  type Signal,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import type { Page } from '@jenjang/shared/platform';
import { ProblemText } from './problem-text';

/** A resource as a template wants it: reading a failed one never throws. */
export interface Loaded<T> {
  readonly value: Signal<T | null>;
  /** Why it could not be loaded, worded; null when it could. */
  readonly problem: Signal<string | null>;
}

/** To be called where `inject` may be. */
export function loaded<T>(resource: Resource<T | undefined>): Loaded<T> {
  const words = inject(ProblemText);
  return {
    value: computed(() => (resource.hasValue() ? (resource.value() ?? null) : null)),
    problem: computed(() => {
      const error = resource.error();
      return error === undefined ? null : words.of(error);
    }),
  };
}

/** One page of a list as `<j-data-table>` wants it. While the next page loads, the last one stays. */
export interface LoadedPage<Row> {
  readonly rows: Signal<readonly Row[]>;
  readonly total: Signal<number>;
  readonly problem: Signal<string | null>;
}

/** To be called where `inject` may be. */
export function loadedPage<Row>(resource: Resource<Page<Row> | undefined>): LoadedPage<Row> {
  const { value, problem } = loaded(resource);
  const kept = linkedSignal<Page<Row> | null, Page<Row> | null>({
    source: value,
    computation: (page, previous) => page ?? (problem() === null ? (previous?.value ?? null) : null),
  });
  return { rows: computed(() => kept()?.rows ?? []), total: computed(() => kept()?.total ?? 0), problem };
}

/**
 * Loads again what changed on the server. A first answer that is still on its way is waited for, not taken for the
 * new one: it may have been given before the change. To be called where `inject` may be.
 */
export function reloader(resource: ResourceRef<unknown>): () => void {
  const wanted = signal(false);
  effect(() => {
    if (!wanted() || resource.status() === 'loading') return;
    wanted.set(false);
    resource.reload();
  });
  return () => wanted.set(true);
}
