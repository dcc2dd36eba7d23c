import { Component, type ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DeviceOutcome, PackSession } from '@jenjang/shared/kiosk';
import { deviceOutcomeLabels, deviceOutcomes, kioskProblems } from '@jenjang/shared/kiosk';
import { TranslocoPipe } from '@jsverse/transloco';
import { DeviceSender, DeviceStore, type KeptMark, appIsKept, rosterOf, sessionAt } from '../device';
import { LocaleService } from '../platform/locale';
import { deviceZone } from '../platform/device-zone';
import { Banner } from '../ui/banner';
import { Clock, Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { ManualSheet } from './manual-sheet';
import { PrepareForm } from './prepare-form';
import { TickBoard } from './tick-board';

const shownOutcomes: readonly (DeviceOutcome | 'refused')[] = [...deviceOutcomes, 'refused'];
const askedAgainAfter = 2_000;
const askedAtMost = 30;

/** The kiosk: prepared with a network, used without one, sending when it is back. */
@Component({
  selector: 'j-kiosk-page',
  imports: [
    Banner,
    Clock,
    Icon,
    ManualSheet,
    Mark,
    MatButton,
    Moment,
    PrepareForm,
    RouterLink,
    TickBoard,
    TranslocoPipe,
  ],
  templateUrl: './kiosk-page.html',
  styleUrl: './kiosk-page.css',
})
export class KioskPage {
  protected readonly store = inject(DeviceStore);
  protected readonly sender = inject(DeviceSender);
  private readonly locale = inject(LocaleService).locale;
  private readonly chosen = signal<string | null>(null);
  private readonly top = viewChild.required<ElementRef<HTMLElement>>('top');
  protected readonly opened = signal(false);
  protected readonly preparing = signal(false);
  protected readonly sending = signal(false);
  /** Whether the app itself opens without a network; null while that is being found out. */
  protected readonly kept = signal<boolean | null>(null);
  protected readonly zone = deviceZone();
  protected readonly mayPrepare = 'crypto' in globalThis && 'subtle' in crypto;

  protected readonly sessions = computed(() => this.store.pack()?.sessions ?? []);
  protected readonly session = computed<PackSession | null>(() => {
    const sessions = this.sessions();
    return (
      sessions.find(({ id }) => id === this.chosen()) ?? sessionAt(sessions, this.store.clock.serverNow())
    );
  });
  protected readonly roster = computed(() => {
    const [pack, session] = [this.store.pack(), this.session()];
    return pack === null || session === null ? [] : rosterOf(pack, session.id);
  });
  protected readonly waiting = computed(() => this.store.tally().waiting);
  protected readonly results = computed(() =>
    shownOutcomes
      .map((outcome) => ({
        outcome,
        count: this.store.tally()[outcome],
        label: deviceOutcomeLabels[outcome][this.locale()],
      }))
      .filter(({ count }) => count > 0),
  );
  /** What the server left to a person, or refused, with names where this device still knows them. */
  protected readonly questions = computed(() =>
    this.store
      .marks()
      .filter(({ answer }) => answer?.code)
      .map((mark) => this.worded(mark)),
  );
  protected readonly offlineSince = computed(() => {
    const since = this.sender.offlineSince();
    return since === null ? null : new Date(since).toISOString();
  });

  constructor() {
    void this.begin();
  }

  protected choose(sessionId: string): void {
    this.chosen.set(sessionId);
  }

  protected async send(): Promise<void> {
    this.sending.set(true);
    await this.sender.send();
    this.sending.set(false);
  }

  protected refresh(): Promise<void> {
    return this.sender.look();
  }

  protected async forget(): Promise<void> {
    await this.store.wipeNames();
    this.preparing.set(false);
  }

  protected prepared(): void {
    this.preparing.set(false);
    this.top().nativeElement.focus();
    scrollTo({ top: 0 });
    void this.watchKeeping();
  }

  protected print(): void {
    window.print();
  }

  private async begin(): Promise<void> {
    await this.store.open();
    this.opened.set(true);
    if (this.waiting() > 0) await this.send();
    if (this.store.device() === null) return;
    await this.sender.look();
    await this.watchKeeping();
  }

  /** The worker stores the app in the background: asked until it has. Without a network it is stored, or this page would not be here. */
  private async watchKeeping(): Promise<void> {
    for (let turn = 0; turn < askedAtMost; turn += 1) {
      const kept = await appIsKept().catch(() => !navigator.onLine);
      this.kept.set(kept);
      if (kept) return;
      await new Promise((resolve) => setTimeout(resolve, askedAgainAfter));
    }
  }

  private worded({ id, enrolmentId, answer }: KeptMark): {
    readonly id: string;
    readonly name: string;
    readonly words: string;
  } {
    const person = this.store.pack()?.people.find((one) => one.enrolmentId === enrolmentId);
    const [inIndonesian, inEnglish] = kioskProblems[answer?.code ?? ''] ?? ['', ''];
    return { id, name: person?.name ?? '–', words: this.locale() === 'id' ? inIndonesian : inEnglish };
  }
}
