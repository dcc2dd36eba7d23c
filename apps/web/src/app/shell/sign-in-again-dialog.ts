import { Component, DOCUMENT, ElementRef, afterNextRender, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemText } from '../platform/problem-text';
import { SignInAgain } from '../platform/sign-in-again';
import { SignInStore } from '../platform/sign-in-store';

/** Over the page one works on, when the sign-in has ended: the password once more, and nothing typed is lost. */
@Component({
  selector: 'j-sign-in-again-dialog',
  imports: [MatButton, TranslocoPipe],
  template: `<dialog #dialog aria-labelledby="again-heading" (cancel)="$event.preventDefault(); leave()">
    <form (submit)="$event.preventDefault(); signIn(password.value)">
      <h2 id="again-heading">{{ 'platform.again.heading' | transloco }}</h2>
      <p>{{ 'platform.again.text' | transloco: { name: store.account()?.displayName } }}</p>
      <input
        class="vh"
        type="text"
        autocomplete="username"
        tabindex="-1"
        aria-hidden="true"
        readonly
        [value]="login"
      />
      <label for="again-password">{{ 'platform.again.password' | transloco }}</label>
      <input
        #password
        id="again-password"
        class="control"
        type="password"
        autocomplete="current-password"
        required
        [attr.aria-invalid]="problem() === null ? null : 'true'"
        [attr.aria-describedby]="problem() === null ? null : 'again-problem'"
      />
      @if (problem(); as words) {
        <p id="again-problem" class="error" role="alert">{{ words }}</p>
      }
      <div class="actions">
        <button matButton type="button" (click)="leave()">{{ 'platform.again.leave' | transloco }}</button>
        <button matButton="filled" type="submit" disabledInteractive [disabled]="isBusy()">
          {{ 'platform.again.action' | transloco }}
        </button>
      </div>
    </form>
  </dialog>`,
  styles: `
    dialog {
      width: min(440px, calc(100vw - 32px));
      padding: var(--s5);
      border: 0;
      border-radius: var(--radius-l);
      background: var(--surface);
      color: var(--text);
      box-shadow: var(--shadow-over);
    }
    dialog::backdrop {
      background: rgba(15, 27, 45, 0.6);
    }
    p {
      margin: var(--s2) 0 var(--s4);
    }
    label {
      display: block;
      margin-bottom: var(--s1);
      font-weight: 600;
      color: var(--ink);
    }
    .error {
      margin: var(--s1) 0 0;
      color: var(--bad);
      font-size: var(--t-s);
      font-weight: 600;
    }
    .actions {
      display: flex;
      justify-content: flex-end;
      gap: var(--s2);
      margin-top: var(--s5);
    }
  `,
})
export class SignInAgainDialog {
  private readonly again = inject(SignInAgain);
  private readonly words = inject(ProblemText);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly store = inject(SignInStore);
  protected readonly login = this.store.account()?.login ?? '';
  private readonly accountId = this.store.account()?.id;
  protected readonly problem = signal<string | null>(null);
  protected readonly isBusy = signal(false);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const { body } = inject(DOCUMENT);
    afterNextRender(() => {
      // A form in a dialog hides the rest of the page from screen readers, and this one with it if it stayed inside.
      body.append(host);
      this.dialog().nativeElement.showModal();
    });
  }

  protected async signIn(password: string): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const signedIn = await this.store.signIn(this.login, password);
      if (signedIn.account.id !== this.accountId) location.reload();
      this.again.finish(true);
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  protected leave(): void {
    this.again.finish(false);
  }
}
