import { type Signal, effect, signal } from '@angular/core';

/** What a signal says once it has stood still for a moment. To be called where `inject` may be. */
export function laterOf<T>(value: () => T, ms = 400): Signal<T | null> {
  const settled = signal<T | null>(null);
  effect((onCleanup) => {
    const now = value();
    const timer = setTimeout(() => settled.set(now), ms);
    onCleanup(() => clearTimeout(timer));
  });
  return settled.asReadonly();
}
