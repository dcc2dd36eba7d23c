import { Service, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { SignInStore } from './sign-in-store';

/**
 * When the sign-in ends while somebody works, they sign in again over the page they are on: nothing typed is lost,
 * and the request that failed is sent again.
 */
@Service()
export class SignInAgain {
  private readonly store = inject(SignInStore);
  private readonly router = inject(Router);
  private answer: ((signedIn: boolean) => void) | null = null;
  private pending: Promise<boolean> | null = null;

  /** Whether the dialog is to be shown. */
  readonly asking = signal(false);

  /** Resolves to true once signed in again, to false when the reader left instead. */
  ask(): Promise<boolean> {
    if (this.store.account() === null) {
      void this.leave();
      return Promise.resolve(false);
    }
    this.pending ??= new Promise<boolean>((resolve) => {
      this.answer = resolve;
      this.asking.set(true);
    });
    return this.pending;
  }

  /** Called by the dialog. */
  finish(signedIn: boolean): void {
    this.asking.set(false);
    this.answer?.(signedIn);
    this.pending = this.answer = null;
    if (!signedIn) void this.leave();
  }

  private leave(): Promise<boolean> {
    return this.router.navigate(['/masuk'], { queryParams: { next: this.router.url } });
  }
}
