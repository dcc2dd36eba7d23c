import {
  Component,
  DestroyRef,
  DOCUMENT,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { attendanceMarkLabels } from '@jenjang/shared/attendance';
import { type CheckInAnswer, type PositionRequest, flagLabels } from '@jenjang/shared/checkin';
import { TranslocoPipe } from '@jsverse/transloco';
import { deviceStorage } from '../platform/device-storage';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Clock } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Attempt } from './attempt';
import { CheckInApi } from './checkin-api';
import { CodeScanner } from './code-scanner';
import { FlagNote } from './flag-note';
import { deviceName, randomName } from './random-name';

const retryEveryMs = 3_000;
const positionWaitMs = 8_000;

/** A participant checks in or out: by the camera, by six digits, or by the address that the camera of the phone opened. */
@Component({
  selector: 'j-check-in-page',
  imports: [
    Banner,
    Card,
    Clock,
    CodeScanner,
    FlagNote,
    Icon,
    MatButton,
    PageHeader,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './check-in-page.html',
  styleUrl: './check-in-page.css',
})
export class CheckInPage {
  readonly sessionId = input.required<string>();
  /** The code that a scanned address brought along. */
  readonly k = input<string>();

  private readonly api = inject(CheckInApi);
  private readonly words = inject(ProblemText);
  private readonly locale = inject(LocaleService).locale;
  private readonly own = this.api.own();
  private readonly found = loaded(this.own);
  /** What is known of the session; null while it takes no check-ins soon. */
  protected readonly session = computed(
    () => this.found.value()?.find(({ sessionId }) => sessionId === this.sessionId()) ?? null,
  );
  protected readonly attempt = computed(() => untracked(() => this.attemptFor(this.sessionId())));
  protected readonly answer = computed(() =>
    this.attempt().state() === 'done' ? this.attempt().answer() : null,
  );
  protected readonly refusal = computed(() =>
    this.attempt().state() === 'refused' ? this.words.of(this.attempt().problem()) : null,
  );
  /** Whether it came to pass before this page was opened. */
  protected readonly doneBefore = computed(() => {
    const session = this.session();
    if (session === null) return null;
    return session.state === 'out' ? session.outAt : session.inAt;
  });
  protected readonly digits = signal('');

  constructor() {
    effect(() => {
      const code = this.k();
      const isKnown = this.found.value() !== null || this.found.problem() !== null;
      if (code && isKnown) untracked(() => void this.begin(code));
    });
    const retry = (): void => void this.attempt().retry();
    const timer = setInterval(retry, retryEveryMs);
    const window = inject(DOCUMENT).defaultView;
    window?.addEventListener('online', retry);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      window?.removeEventListener('online', retry);
    });
  }

  protected async begin(code: string | null): Promise<void> {
    await this.attempt().begin(code);
    this.digits.set('');
  }

  /** The sixth digit sends: nothing is left to decide. */
  protected type(text: string): void {
    this.digits.set(text);
    if (/^\d{6}$/.test(text.replace(/\s/g, ''))) void this.begin(text);
  }

  protected headingOf({ kind, mark }: CheckInAnswer): string {
    if (kind === 'out') return 'checkin.done.out';
    return mark === 'late' ? 'checkin.done.late' : 'checkin.done.in';
  }

  protected markWord({ mark }: CheckInAnswer): string {
    return mark === null ? '' : attendanceMarkLabels[mark][this.locale()];
  }

  protected flagWords({ flags }: CheckInAnswer): string {
    return flags.map(({ kind }) => flagLabels[kind][this.locale()]).join(', ');
  }

  private attemptFor(sessionId: string): Attempt {
    const key = `checkin.${sessionId}`;
    return new Attempt(sessionId, {
      send: (request) => this.api.checkIn(request),
      position: () => (this.session()?.geofence ? whereIsIt() : Promise.resolve(null)),
      now: () => Date.now(),
      device: deviceName(),
      newId: randomName,
      keep: (text) => deviceStorage.write(key, text),
      kept: () => deviceStorage.read(key),
    });
  }
}

/** Where the device says it is; null when it does not say in time or its owner does not wish to. */
function whereIsIt(): Promise<PositionRequest | null> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) {
      resolve(null);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracy }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: positionWaitMs, maximumAge: 30_000 },
    );
  });
}
