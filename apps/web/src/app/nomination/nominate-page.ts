import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { DeputyNote } from '../delegation';
import { deviceStorage } from '../platform/device-storage';
import { deviceZone } from '../platform/device-zone';
import { loaded } from '../platform/loaded';
import { SignInStore } from '../platform/sign-in-store';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Clock } from '../ui/format-pipes';
import { PageHeader } from '../ui/page-header';
import { Stepper } from '../ui/stepper';
import { CheckStep } from './check-step';
import { LetterStep } from './letter-step';
import { NominationApi } from './nomination-api';
import { emptyDraft, type NominationDraft, readDraft } from './nomination-draft.rules';
import { PickStep } from './pick-step';

const steps = ['pilih', 'surat', 'periksa'] as const;
type Step = (typeof steps)[number];

/** Sending people in three steps: whom, with which letter, and a last look. What is entered stays on the device. */
@Component({
  selector: 'j-nominate-page',
  imports: [
    Banner,
    Card,
    CheckStep,
    Clock,
    DeputyNote,
    LetterStep,
    PageHeader,
    PickStep,
    Stepper,
    TranslocoPipe,
  ],
  template: `<j-page-header
      [heading]="desk.value()?.name ?? ('nomination.new' | transloco)"
      [naming]="desk.value() !== null"
      [crumbs]="[{ label: ('nomination.title' | transloco), link: '/usulan' }]"
    >
      <div headerExtra class="steps">
        <j-stepper
          [steps]="stepNames()"
          [current]="current()"
          [label]="'nomination.steps.label' | transloco"
        />
        @if (draft().savedAt; as at) {
          <span class="muted small" role="status">{{
            'nomination.saved' | transloco: { time: (at | clock: zone) }
          }}</span>
        }
      </div>
    </j-page-header>
    <j-deputy-note />
    @if (desk.problem(); as words) {
      <j-banner tone="bad" [heading]="'ui.table.notLoaded' | transloco">{{ words }}</j-banner>
    } @else if (desk.value(); as cohort) {
      @switch (step()) {
        @case ('surat') {
          <j-letter-step
            [desk]="cohort"
            [draft]="draft()"
            (changed)="change($event)"
            (next)="go('periksa')"
          />
        }
        @case ('periksa') {
          <j-check-step
            [desk]="cohort"
            [draft]="draft()"
            (changed)="change($event)"
            (back)="go($event)"
            (sent)="finish($event)"
          />
        }
        @default {
          <j-pick-step [desk]="cohort" [draft]="draft()" (changed)="change($event)" (next)="go('surat')" />
        }
      }
    } @else {
      <j-card
        ><p class="muted">{{ 'nomination.loading' | transloco }}</p></j-card
      >
    }`,
  styles: `
    .steps {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--s2) var(--s4);
    }
  `,
})
export class NominatePage {
  /** From the address. */
  readonly cohortId = input.required<string>();
  /** The step, from the address too: the browser's own way back leads one step back. */
  readonly langkah = input<string>();

  private readonly router = inject(Router);
  private readonly account = inject(SignInStore).account;
  private readonly words = wordsOf('nomination');
  protected readonly zone = deviceZone();
  private readonly resource = inject(NominationApi).desk(() => this.cohortId());
  protected readonly desk = loaded(this.resource);
  private readonly place = computed(() => `nomination.${this.account()?.id ?? ''}.${this.cohortId()}`);
  protected readonly draft = linkedSignal<string, NominationDraft>({
    source: this.place,
    computation: (place) => readDraft(deviceStorage.read(place)) ?? emptyDraft(crypto.randomUUID()),
  });
  private readonly isSent = signal(false);

  protected readonly step = computed<Step>(() => {
    const asked = steps.find((name) => name === this.langkah()) ?? 'pilih';
    return this.draft().picks.length === 0 ? 'pilih' : asked;
  });
  protected readonly current = computed(() => steps.indexOf(this.step()));
  protected readonly stepNames = computed(() => steps.map((name) => this.words(`nomination.steps.${name}`)));

  constructor() {
    effect(() => {
      const draft = this.draft();
      if (draft.savedAt === null || this.isSent()) return;
      deviceStorage.write(
        untracked(() => this.place()),
        JSON.stringify(draft),
      );
    });
  }

  protected change(part: Partial<NominationDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...part, savedAt: Date.now() }));
  }

  protected go(step: Step): void {
    const queryParams = step === 'pilih' ? {} : { langkah: step };
    void this.router.navigate(['/usulan/baru', this.cohortId()], { queryParams });
  }

  /** Sent: nothing of it stays on the device. */
  protected finish(nominationId: string): void {
    this.isSent.set(true);
    deviceStorage.write(this.place(), null);
    void this.router.navigate(['/usulan', nominationId], { queryParams: { terkirim: 1 }, replaceUrl: true });
  }
}
