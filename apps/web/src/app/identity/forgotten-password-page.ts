import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Entrance } from './entrance';
import { IdentityApi } from './identity-api';

/** Asks for a link that sets a new password. The answer never says whether the login exists. */
@Component({
  selector: 'j-forgotten-password-page',
  imports: [Banner, Entrance, MatButton, RouterLink, TranslocoPipe],
  template: `<j-entrance>
    <header>
      <h1>{{ 'identity.forgotten.heading' | transloco }}</h1>
      <p class="muted">{{ 'identity.forgotten.lead' | transloco }}</p>
    </header>
    @if (problem(); as words) {
      <j-banner tone="bad">{{ words }}</j-banner>
    }
    @if (isSent()) {
      <j-banner tone="ok" [heading]="'identity.forgotten.sent' | transloco">{{
        'identity.forgotten.sentText' | transloco
      }}</j-banner>
    } @else {
      <form novalidate (submit)="$event.preventDefault(); ask(login.value)">
        <div>
          <label for="login">{{ 'identity.signIn.login' | transloco }}</label>
          <input
            #login
            id="login"
            class="control main"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            maxlength="254"
            [attr.aria-invalid]="isMissing() ? 'true' : null"
            [attr.aria-describedby]="isMissing() ? 'login-error' : null"
          />
          @if (isMissing()) {
            <p id="login-error" class="error">{{ 'identity.signIn.loginMissing' | transloco }}</p>
          }
        </div>
        <button matButton="filled" class="main block" type="submit">
          {{ 'identity.forgotten.action' | transloco }}
        </button>
      </form>
    }
    <a class="alone" routerLink="/masuk">{{ 'identity.forgotten.back' | transloco }}</a>
  </j-entrance>`,
  styleUrl: './form-page.css',
})
export class ForgottenPasswordPage {
  private readonly api = inject(IdentityApi);
  private readonly words = inject(ProblemText);
  protected readonly problem = signal<string | null>(null);
  protected readonly isSent = signal(false);
  protected readonly isMissing = signal(false);

  protected async ask(login: string): Promise<void> {
    this.isMissing.set(login.trim() === '');
    if (this.isMissing()) return;
    try {
      await this.api.askReset(login.trim());
      this.isSent.set(true);
      this.problem.set(null);
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }
}
