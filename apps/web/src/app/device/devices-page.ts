import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { attendanceMarkLabels } from '@jenjang/shared/attendance';
import {
  type DeviceQuestionRow,
  type DeviceRow,
  type DeviceWalkInRow,
  type ParcelAnswer,
  deviceOutcomeLabels,
  kioskProblems,
} from '@jenjang/shared/kiosk';
import type { Page } from '@jenjang/shared/platform';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { deviceZone } from '../platform/device-zone';
import { loaded, reloader } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { Clock, Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { StateChip } from '../ui/state-chip';

/** One sending of a device: when it arrived and what became of it. */
interface Sending {
  readonly id: string;
  readonly at: string;
  readonly text: string;
}

/** The kiosks of a cohort: what they said that only a person can settle, and the devices themselves. */
@Component({
  selector: 'j-devices-page',
  imports: [Banner, Card, Clock, EmptyState, Icon, MatButton, Moment, RouterLink, StateChip, TranslocoPipe],
  templateUrl: './devices-page.html',
  styleUrl: './devices-page.css',
})
export class DevicesPage {
  readonly cohortId = input.required<string>();

  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly words = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(LocaleService).locale;
  protected readonly zone = deviceZone();

  private readonly asked = httpResource<readonly DeviceQuestionRow[]>(
    () => `/api/v1/cohorts/${this.cohortId()}/device-questions`,
  );
  private readonly listed = httpResource<Page<DeviceRow>>(() => ({
    url: '/api/v1/devices',
    params: { cohortId: this.cohortId(), size: '100' },
  }));
  protected readonly walkIns = loaded(
    httpResource<readonly DeviceWalkInRow[]>(() => `/api/v1/cohorts/${this.cohortId()}/device-walk-ins`),
  );
  /** The device whose sendings are open, as one word each. */
  protected readonly opened = signal<{ readonly id: string; readonly lines: readonly Sending[] } | null>(
    null,
  );
  protected readonly questions = loaded(this.asked);
  private readonly page = loaded(this.listed);
  protected readonly devices = computed(() => this.page.value()?.rows ?? []);
  protected readonly problem = computed(() => this.questions.problem() ?? this.page.problem());
  private readonly askAgain = reloader(this.asked);
  private readonly listAgain = reloader(this.listed);

  /** Why the word of the device was not simply taken. */
  protected why({ code }: DeviceQuestionRow): string {
    const [inIndonesian, inEnglish] = kioskProblems[code] ?? [code, code];
    return this.locale() === 'id' ? inIndonesian : inEnglish;
  }

  /** What the device says: a mark, or that an earlier one was a mistake. */
  protected claim({ mark }: DeviceQuestionRow): string {
    return attendanceMarkLabels[mark ?? 'absent'][this.locale()];
  }

  protected held({ current }: DeviceQuestionRow): string {
    return current === null
      ? this.transloco.translate('kiosk.question.unmarked')
      : attendanceMarkLabels[current.mark][this.locale()];
  }

  /** Opens or closes what a device has sent, newest first. */
  protected async toggle({ id }: DeviceRow): Promise<void> {
    if (this.opened()?.id === id) {
      this.opened.set(null);
      return;
    }
    try {
      const answers = await firstValueFrom(this.http.get<ParcelAnswer[]>(`/api/v1/devices/${id}/batches`));
      this.opened.set({ id, lines: answers.map((answer) => this.wordsOf(answer)) });
    } catch (error) {
      this.notices.show(this.words.of(error), 'bad');
    }
  }

  private wordsOf({ parcelId, receivedAt, counts }: ParcelAnswer): Sending {
    const parts = Object.entries(deviceOutcomeLabels).map(([outcome, label]) => ({
      count: counts[outcome as keyof typeof counts],
      label: label[this.locale()],
    }));
    const text = parts
      .filter(({ count }) => count > 0)
      .map(({ count, label }) => `${label} ${String(count)}`);
    return { id: parcelId, at: receivedAt, text: text.join(' · ') };
  }

  protected async judge(question: DeviceQuestionRow, verdict: 'taken' | 'dismissed'): Promise<void> {
    const word = (key: string): string =>
      this.transloco.translate(`kiosk.question.${verdict}.${key}`, {
        name: question.name,
        mark: this.claim(question),
      });
    const confirmed = await this.confirm.ask({
      heading: word('heading'),
      text: word('text'),
      action: word('action'),
      reasonLabel: this.transloco.translate('kiosk.question.reason'),
    });
    if (confirmed === null) return;
    await this.tell(`/api/v1/device-marks/${question.id}/judgement`, { verdict, reason: confirmed.reason });
  }

  protected async revoke(device: DeviceRow): Promise<void> {
    const word = (key: string): string =>
      this.transloco.translate(`kiosk.revoke.${key}`, { name: device.name });
    const confirmed = await this.confirm.ask({
      heading: word('heading'),
      text: word('text'),
      action: word('action'),
      danger: true,
      reasonLabel: word('reason'),
    });
    if (confirmed !== null)
      await this.tell(`/api/v1/devices/${device.id}/revoke`, { reason: confirmed.reason });
  }

  private async tell(url: string, body: object): Promise<void> {
    try {
      await firstValueFrom(this.http.post(url, body));
    } catch (error) {
      this.notices.show(this.words.of(error), 'bad');
    }
    this.askAgain();
    this.listAgain();
  }
}
