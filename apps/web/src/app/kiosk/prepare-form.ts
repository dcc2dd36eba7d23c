import { Component, computed, inject, output, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { localDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { DeviceApi, DeviceStore } from '../device';
import { deviceZone } from '../platform/device-zone';
import { loaded } from '../platform/loaded';
import { ProblemText } from '../platform/problem-text';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Clock } from '../ui/format-pipes';

/** Prepares this browser for sessions of one day, while the network is there. */
@Component({
  selector: 'j-prepare-form',
  imports: [Banner, Clock, MatButton, RouterLink, TranslocoPipe],
  templateUrl: './prepare-form.html',
  styleUrl: './prepare-form.css',
})
export class PrepareForm {
  readonly prepared = output();
  readonly left = output();

  private readonly api = inject(DeviceApi);
  private readonly store = inject(DeviceStore);
  private readonly words = inject(ProblemText);
  protected readonly account = inject(SignInStore).account;
  protected readonly name = signal('');
  protected readonly on = signal(localDate(Date.now(), deviceZone()));
  private readonly omitted = signal<ReadonlySet<string>>(new Set());
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly tried = signal(false);

  private readonly choices = resource({
    params: () => ({ on: this.on() }),
    loader: ({ params }) => this.api.choices(params.on),
  });
  protected readonly list = loaded(this.choices);
  protected readonly isLoading = this.choices.isLoading;
  /** Every session of the day is taken along unless it is left out. */
  protected readonly taken = computed(() =>
    (this.list.value() ?? []).filter(({ id }) => !this.omitted().has(id)),
  );
  protected readonly nameMissing = computed(() => this.name().trim().length < 2);

  protected toggle(id: string): void {
    this.omitted.update((left) => {
      const next = new Set(left);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  protected isTaken(id: string): boolean {
    return !this.omitted().has(id);
  }

  protected async prepare(): Promise<void> {
    this.tried.set(true);
    if (this.busy() || this.nameMissing() || this.taken().length === 0) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.store.prepare({ name: this.name().trim(), sessionIds: this.taken().map(({ id }) => id) });
      this.prepared.emit();
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
