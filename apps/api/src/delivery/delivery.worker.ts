import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Subscription } from 'rxjs';
import { CONFIG, Live, LOG, type Config } from '../platform/index.js';
import { CourierService } from './courier.service.js';
import { ExpansionService } from './expansion.service.js';

const SWEEP_MS = 15_000;

/** Keeps messages going in every process that works: woken by announcements, and looking by itself now and then. */
@Injectable()
export class DeliveryWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private woken: Subscription | null = null;
  private timer: NodeJS.Timeout | null = null;
  private expanding: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    private readonly live: Live,
    private readonly expansion: ExpansionService,
    private readonly courier: CourierService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'web') return;
    this.woken = this.live.on('announcement').subscribe(() => { void this.work(); });
    this.timer = setInterval(() => { void this.work(); }, SWEEP_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.woken?.unsubscribe();
    if (this.timer) clearInterval(this.timer);
    await this.expanding;
    await this.courier.stop();
  }

  /** Turns what is announced into messages and sends what is due, until nothing is left. */
  async work(): Promise<void> {
    await this.expand();
    if (this.stopped) return;
    await this.courier.carry().catch((error: unknown) => { if (!this.isStopped()) this.log.warn({ err: error }, 'messages wait'); });
  }

  /** Asked after every wait, during which it may have come true. */
  private isStopped(): boolean {
    return this.stopped;
  }

  /** One at a time per process; a call meanwhile makes it look once more. */
  private expand(): Promise<void> {
    this.again = true;
    this.expanding ??= this.expandAll().finally(() => { this.expanding = null; });
    return this.expanding;
  }

  private async expandAll(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        this.again = (await this.expansion.expand()) > 0;
      } catch (error) {
        if (!this.isStopped()) this.log.warn({ err: error }, 'announcements wait');
      }
    }
  }
}
