import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import type { JobView } from '@jenjang/shared/job';
import type { MeritFormat, MeritManifest } from '@jenjang/shared/merit';
import { TranslocoPipe } from '@jsverse/transloco';
import { deviceZone } from '../platform/device-zone';
import { ProblemText } from '../platform/problem-text';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Figure, Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { JobProgress } from '../ui/job-progress';
import { StateChip } from '../ui/state-chip';
import { MeritApi, fileUrl } from './merit-api';
import { type PlainFilter, fileSize } from './merit.rules';

/** Word in the URL that names the job of a large export, so that its progress survives a reload. */
const jobParam = 'pekerjaan';

/** What will be taken away, in which format, and what it was once it is made. */
@Component({
  selector: 'j-export-panel',
  imports: [Banner, Card, Figure, Icon, JobProgress, MatButton, Moment, StateChip, TranslocoPipe],
  templateUrl: './export-panel.html',
  styleUrl: './export-panel.css',
})
export class ExportPanel {
  readonly filter = input.required<PlainFilter>();
  readonly filterText = input.required<string>();
  /** How many rows the filter keeps. */
  readonly rows = input.required<number>();
  /** Whether the number of rows is known by now. */
  readonly isKnown = input.required<boolean>();
  readonly made = output();

  private readonly api = inject(MeritApi);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly words = inject(ProblemText);
  protected readonly account = inject(SignInStore).account;
  private readonly params = toSignal(this.route.queryParamMap, {
    initialValue: this.route.snapshot.queryParamMap,
  });

  protected readonly zone = deviceZone();
  /** In the order in which they are wanted: HR works in spreadsheets, systems in the rest. */
  protected readonly formats: readonly MeritFormat[] = ['xlsx', 'csv', 'json', 'ndjson'];
  protected readonly format = signal<MeritFormat>('xlsx');
  protected readonly jobId = computed(() => this.params().get(jobParam));
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** The proof of the file made last; forgotten when the filter or the format changes, because it is about other rows. */
  protected readonly manifest = linkedSignal<unknown, MeritManifest | null>({
    source: () => [this.filterText(), this.format()].join('|'),
    computation: () => null,
  });
  protected readonly size = computed(() => {
    const manifest = this.manifest();
    return manifest === null ? null : fileSize(manifest.bytes);
  });
  protected readonly href = computed(() => fileUrl(this.manifest()?.id ?? ''));

  protected async export(): Promise<void> {
    if (this.isBusy() || this.rows() === 0) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const { exportId, jobId } = await this.api.ask({ ...this.filter(), format: this.format() });
      if (exportId !== null) await this.deliver(exportId);
      else this.follow(jobId);
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  protected async finish({ state, result }: JobView): Promise<void> {
    const exportId = result?.['exportId'];
    if (state !== 'done' || typeof exportId !== 'string') return;
    this.follow(null);
    try {
      this.manifest.set(await this.api.manifest(exportId));
      this.made.emit();
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }

  protected follow(jobId: string | null): void {
    const queryParams = { [jobParam]: jobId };
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }

  private async deliver(exportId: string): Promise<void> {
    this.manifest.set(await this.api.manifest(exportId));
    this.made.emit();
    location.assign(fileUrl(exportId));
  }
}
