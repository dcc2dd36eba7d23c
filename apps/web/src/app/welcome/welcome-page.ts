import {
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Me } from '@jenjang/shared/identity';
import type { WelcomeAnswers, WelcomeChoice } from '@jenjang/shared/welcome';
import { TranslocoPipe } from '@jsverse/transloco';
import { Entrance, Reveal } from '../identity';
import { FormSubmission } from '../platform/form';
import { safeNext } from '../platform/guards';
import { loaded } from '../platform/loaded';
import { AppProblem } from '../platform/problem';
import { ProblemText } from '../platform/problem-text';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { WelcomeApi } from './welcome-api';
import { endsIn, isAboutProof } from './welcome.rules';

const text = (): FormControl<string> => new FormControl('', { nonNullable: true });

/** The first sign-in: who one is, then a password. What was typed stays, whichever screen has to be corrected. */
@Component({
  selector: 'j-welcome-page',
  imports: [
    Banner,
    Entrance,
    ErrorSummary,
    Field,
    FieldControl,
    MatButton,
    ReactiveFormsModule,
    Reveal,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './welcome-page.html',
  styleUrl: './welcome-page.css',
})
export class WelcomePage {
  /** From the URL. */
  readonly token = input.required<string>();
  /** Where to go afterwards, from the URL. */
  readonly next = input<string>();

  private readonly api = inject(WelcomeApi);
  private readonly store = inject(SignInStore);
  private readonly router = inject(Router);
  private readonly words = inject(ProblemText);
  private readonly resource = this.api.link(this.token);
  private readonly panel = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly facts = loaded(this.resource).value;

  protected readonly step = signal<'who' | 'password'>('who');
  /** Why the link does not work, from opening it or from trying. */
  private readonly refused = linkedSignal<unknown>(() => this.resource.error());
  protected readonly ended = computed(() => {
    const problem = this.refused();
    if (problem === undefined) return null;
    const end = problem instanceof AppProblem ? endsIn(problem.code) : 'again';
    return { words: this.words.of(problem), end };
  });
  /** What did not fit of the first screen, told there. */
  protected readonly mismatch = signal<string | null>(null);

  protected readonly proofForm = new FormGroup({ nip: text(), lastWord: text(), birthDate: text() });
  protected readonly proof = new FormSubmission<WelcomeAnswers>(this.proofForm, async () => {
    const { WelcomeNameProof, WelcomeNipProof } = await import('@jenjang/shared/welcome');
    return this.facts()?.asks === 'nip' ? WelcomeNipProof : WelcomeNameProof;
  });
  protected readonly choiceForm = new FormGroup({ password: text(), login: text() });
  protected readonly choice = new FormSubmission<WelcomeChoice>(this.choiceForm, () =>
    import('@jenjang/shared/welcome').then((m) => m.WelcomeChoice),
  );

  /** What is wrong on the second screen; what is wrong on the first is told there. */
  protected readonly faults = computed(() => {
    const problem = this.choice.problem();
    return problem !== null && isAboutProof(problem) ? [] : this.choice.errors();
  });

  protected async confirm(): Promise<void> {
    this.mismatch.set(null);
    if (await this.proof.submit(() => Promise.resolve())) this.show('password');
  }

  protected show(step: 'who' | 'password'): void {
    this.step.set(step);
    setTimeout(() => this.panel()?.nativeElement.focus());
  }

  protected async finish(): Promise<void> {
    const isMade = await this.choice.submit(async ({ password, login }) => {
      await this.enter(await this.api.use(this.token(), { ...this.answers(), password, login }));
    });
    if (!isMade) this.explain(this.choice.problem());
  }

  protected again(): void {
    this.resource.reload();
  }

  private answers(): WelcomeAnswers & { nip?: string; lastWord?: string } {
    const { nip, lastWord, birthDate } = this.proofForm.getRawValue();
    return this.facts()?.asks === 'nip' ? { nip, birthDate } : { lastWord, birthDate };
  }

  private async enter(me: Me): Promise<void> {
    await this.store.take(me);
    await this.router.navigateByUrl(safeNext(this.next()));
  }

  /** Leads to the screen on which something is to be corrected, or to the end of the link. */
  private explain(problem: AppProblem | null): void {
    if (problem === null) return;
    if (endsIn(problem.code) !== 'again') this.refused.set(problem);
    if (!isAboutProof(problem)) return;
    this.mismatch.set(problem.errors[0]?.message ?? this.words.of(problem));
    this.show('who');
  }
}
