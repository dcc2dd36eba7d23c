import { Component, effect, inject, input, output, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  type CheckInWay,
  type OpenCheckInRequest,
  type OpeningView,
  checkInWayLabels,
  checkInWays,
} from '@jenjang/shared/checkin';
import { instantAt, localDate, localTime } from '@jenjang/shared/platform';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Field, FieldControl } from '../ui/field';
import { CheckInApi } from './checkin-api';

const text = (): FormControl<string> => new FormControl('', { nonNullable: true });
const choice = (value = false): FormControl<boolean> => new FormControl(value, { nonNullable: true });
const figure = (): FormControl<number | null> => new FormControl<number | null>(null);

/** Times, ways and place of a check-in. Times are of the session's day, in its zone. */
@Component({
  selector: 'j-opening-settings-form',
  imports: [Banner, Card, Field, FieldControl, MatButton, ReactiveFormsModule, TranslocoPipe],
  templateUrl: './opening-settings-form.html',
  styles: `
    form,
    fieldset {
      display: grid;
      gap: var(--s4);
    }
    .times {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(140px, 1fr));
      gap: var(--s4);
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    .choice {
      display: flex;
      gap: var(--s2);
      align-items: center;
      min-height: 44px;
    }
  `,
})
export class OpeningSettingsForm {
  readonly view = input.required<OpeningView>();
  readonly saved = output<OpeningView>();

  private readonly api = inject(CheckInApi);
  private readonly words = inject(ProblemText);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly ways = checkInWays;
  protected readonly wayLabels = checkInWayLabels;
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly form = new FormGroup({
    opensAt: text(),
    lateAfter: text(),
    closesAt: text(),
    asksOut: choice(),
    outOpensAt: text(),
    outClosesAt: text(),
    code: choice(),
    card: choice(),
    kiosk: choice(),
    self: choice(),
    geofence: choice(),
    latitude: figure(),
    longitude: figure(),
    radius: figure(),
  });

  constructor() {
    effect(() => {
      if (!this.form.dirty) this.fill(this.view());
    });
  }

  /** The point where this device is: whoever opens the check-in stands in the room. */
  protected here(): void {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const six = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
        this.form.patchValue({
          latitude: six(coords.latitude),
          longitude: six(coords.longitude),
          radius: this.form.value.radius ?? 150,
        });
      },
      () => this.problem.set(this.transloco.translate('checkin.settings.noPosition')),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  }

  protected async save(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const view = await this.api.open(this.view().sessionId, this.request());
      this.form.markAsPristine();
      this.saved.emit(view);
      this.notices.show(this.transloco.translate('checkin.settings.saved'), 'ok');
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private fill({ opening, startsAt, endsAt, zone, venuePlace }: OpeningView): void {
    const time = (instant: string): string => localTime(instant, zone).replace('.', ':');
    const ways: readonly CheckInWay[] = opening?.ways ?? ['code', 'card', 'kiosk'];
    const circle = opening?.circle ?? venuePlace;
    this.form.reset({
      opensAt: time(opening?.opensAt ?? startsAt),
      lateAfter: opening ? time(opening.lateAfter) : '',
      closesAt: time(opening?.closesAt ?? endsAt),
      asksOut: (opening?.outOpensAt ?? null) !== null,
      outOpensAt: time(opening?.outOpensAt ?? endsAt),
      outClosesAt: opening?.outClosesAt ? time(opening.outClosesAt) : '',
      code: ways.includes('code'),
      card: ways.includes('card'),
      kiosk: ways.includes('kiosk'),
      self: ways.includes('self'),
      geofence: opening?.geofence ?? venuePlace !== null,
      latitude: circle?.latitude ?? null,
      longitude: circle?.longitude ?? null,
      radius: circle?.radius ?? null,
    });
  }

  private request(): OpenCheckInRequest {
    const { opening } = this.view();
    const { geofence, latitude, longitude, radius, ...rest } = this.form.getRawValue();
    const hasPlace = latitude !== null && longitude !== null && radius !== null;
    return {
      ...this.times(),
      geofence,
      ...(hasPlace ? { latitude, longitude, radius } : {}),
      ways: checkInWays.filter((way) => rest[way]),
      ...(opening === null ? {} : { version: opening.version }),
    };
  }

  /** The times as instants; those that were left empty follow from the session. */
  private times(): Partial<OpenCheckInRequest> {
    const { startsAt, zone } = this.view();
    const { opensAt, lateAfter, closesAt, asksOut, outOpensAt, outClosesAt } = this.form.getRawValue();
    const at = (time: string): string | undefined =>
      time === '' ? undefined : instantAt(localDate(startsAt, zone), time, zone);
    const out = asksOut ? { outOpensAt: at(outOpensAt), outClosesAt: at(outClosesAt) } : {};
    return { opensAt: at(opensAt), lateAfter: at(lateAfter), closesAt: at(closesAt), ...out };
  }
}
