import { Component, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { safeNext } from '../platform/guards';
import { LocaleService } from '../platform/locale';
import { AppProblem } from '../platform/problem';
import { ProblemText } from '../platform/problem-text';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Entrance } from './entrance';
import { Reveal } from './reveal';

/** Signing in. Kept small: it is the first thing every visitor downloads, so it checks only that something was typed. */
@Component({
  selector: 'j-sign-in-page',
  imports: [Banner, Entrance, MatButton, Reveal, RouterLink, TranslocoPipe],
  templateUrl: './sign-in-page.html',
  styleUrl: './form-page.css',
})
export class SignInPage {
  /** Where to go afterwards, from the URL. */
  readonly next = input<string>();

  private readonly store = inject(SignInStore);
  private readonly router = inject(Router);
  private readonly locale = inject(LocaleService);
  private readonly words = inject(ProblemText);
  private readonly loginField = viewChild.required<ElementRef<HTMLInputElement>>('login');
  private readonly passwordField = viewChild.required<ElementRef<HTMLInputElement>>('password');

  protected readonly problem = signal<string | null>(null);
  protected readonly isBusy = signal(false);
  /** The fields left empty at the last attempt. */
  protected readonly missing = signal({ login: false, password: false });

  protected async signIn(login: string, password: string): Promise<void> {
    if (this.isBusy() || !this.isComplete(login, password)) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const signedIn = await this.store.signIn(login.trim(), password);
      await this.locale.prefer(signedIn.account.locale);
      await this.router.navigateByUrl(safeNext(this.next()));
    } catch (error) {
      this.refuse(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  private isComplete(login: string, password: string): boolean {
    const missing = { login: login.trim() === '', password: password === '' };
    this.missing.set(missing);
    if (missing.login) this.loginField().nativeElement.focus();
    else if (missing.password) this.passwordField().nativeElement.focus();
    return !missing.login && !missing.password;
  }

  private refuse(error: unknown): void {
    this.problem.set(this.words.of(error));
    const isWrong = error instanceof AppProblem && error.status === 401;
    if (isWrong) this.passwordField().nativeElement.select();
  }
}
