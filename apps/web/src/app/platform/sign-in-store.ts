import { HttpClient, HttpContext } from '@angular/common/http';
import { Service, computed, inject, signal } from '@angular/core';
import type { Me, Permission, Role } from '@jenjang/shared/identity';
import type { Locale } from '@jenjang/shared/platform';
import { firstValueFrom } from 'rxjs';
import { cardsKey, deviceStorage } from './device-storage';
import { AppProblem, mayBeSignedOut } from './problem';
import { type Catalogue, heldRoles, permissionsIn, roleWith } from './roles.rules';

const context = new HttpContext().set(mayBeSignedOut, true);

interface SignedIn {
  readonly me: Me;
  readonly catalogue: Catalogue;
}

/** Who is signed in, and in which of their roles they look at the app. */
@Service()
export class SignInStore {
  private readonly http = inject(HttpClient);
  private readonly current = signal<SignedIn | null>(null);
  private readonly wishedRole = signal(deviceStorage.read('role'));
  private loaded: Promise<Me | null> | null = null;

  readonly me = computed(() => this.current()?.me ?? null);
  readonly account = computed(() => this.me()?.account ?? null);
  readonly roles = computed(() => {
    const me = this.me();
    return me === null ? [] : heldRoles(me);
  });
  /** The role in use: everything shown belongs to this one, lists of two roles are never mixed. */
  readonly role = computed<Role | null>(() => {
    const held = this.roles().map(({ role }) => role);
    return held.find((role) => role === this.wishedRole()) ?? held[0] ?? null;
  });
  readonly permissions = computed<ReadonlySet<Permission>>(() => {
    const current = this.current();
    return current === null
      ? new Set()
      : permissionsIn(this.role(), current.me.permissions, current.catalogue);
  });

  /** Asks the server once who is signed in; null when nobody is. Rejects with an AppProblem when it cannot tell. */
  load(): Promise<Me | null> {
    this.loaded ??= this.ask().catch((error: unknown) => {
      this.loaded = null;
      throw error;
    });
    return this.loaded;
  }

  /** Rejects with an AppProblem: wrong password (401), paused after too many (429). */
  async signIn(login: string, password: string): Promise<Me> {
    const me = await firstValueFrom(
      this.http.post<Me>('/api/v1/auth/login', { login, password }, { context }),
    );
    // Whoever read here before may not have signed out.
    deviceStorage.write(cardsKey, null);
    await this.take(me);
    return me;
  }

  /** Goes on as somebody whom the server signed in by another way: the link of a first sign-in. */
  async take(me: Me): Promise<void> {
    await this.enter(me);
    this.loaded = Promise.resolve(me);
  }

  /** Ends the sign-in, and with it the names and cards that this device keeps for use without a network. */
  async signOut(): Promise<void> {
    await firstValueFrom(this.http.post('/api/v1/auth/logout', {}, { context }));
    deviceStorage.write(cardsKey, null);
    const { forgetNames } = await import('./kept-names');
    await forgetNames().catch(() => null);
    this.current.set(null);
    this.loaded = Promise.resolve(null);
  }

  /** Tells the server the language chosen, so that it follows the account to other devices. */
  async rememberLocale(locale: Locale): Promise<void> {
    await firstValueFrom(this.http.patch('/api/v1/me/preferences', { locale }));
  }

  useRole(role: Role): void {
    this.wishedRole.set(role);
    deviceStorage.write('role', role);
  }

  /** Whether the role in use carries the permission. Where it holds is the server's to say. */
  may(permission: Permission): boolean {
    return this.permissions().has(permission);
  }

  /** Changes to a held role that carries the permission when the one in use does not. False when none does. */
  useRoleThatMay(permission: Permission): boolean {
    if (this.may(permission)) return true;
    const current = this.current();
    const role = current === null ? null : roleWith(permission, current.me, current.catalogue);
    if (role !== null) this.useRole(role);
    return role !== null;
  }

  /** The catalogue comes after signing in: the shared identity code holds more than the sign-in page should carry. */
  private async enter(me: Me): Promise<void> {
    const { permissionsOfRole } = await import('@jenjang/shared/identity');
    this.current.set({ me, catalogue: permissionsOfRole });
  }

  private async ask(): Promise<Me | null> {
    try {
      await this.enter(await firstValueFrom(this.http.get<Me>('/api/v1/auth/me', { context })));
    } catch (error) {
      if (!(error instanceof AppProblem) || error.status !== 401) throw error;
      this.current.set(null);
    }
    return this.me();
  }
}
