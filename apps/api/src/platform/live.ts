import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import type { Logger } from 'pino';
import { filter, map, Subject, type Observable } from 'rxjs';
import type { Config } from './config.js';
import { CONFIG, LOG } from './tokens.js';

/** Live events between processes through LISTEN/NOTIFY on one connection. Lost ones are made good by reading again. */
@Injectable()
export class Live implements OnModuleDestroy {
  private readonly events = new Subject<{ topic: string; text: string }>();
  private client: pg.Client | null = null;
  private closed = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** What is notified on a topic while someone listens. */
  on(topic: string): Observable<string> {
    if (!this.client) void this.connect();
    return this.events.pipe(
      filter((event) => event.topic === topic),
      map((event) => event.text),
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.databaseUrl, application_name: 'jenjang-live' });
    this.client = client;
    client.on('error', () => this.reconnect(client));
    client.on('end', () => this.reconnect(client));
    client.on('notification', ({ payload }) => this.publish(payload ?? ''));
    try {
      await client.connect();
      await client.query('listen jenjang');
    } catch (error) {
      this.log.warn({ err: error }, 'live events are not connected');
      this.reconnect(client);
    }
  }

  private publish(payload: string): void {
    const split = payload.indexOf(' ');
    this.events.next({ topic: payload.slice(0, split), text: payload.slice(split + 1) });
  }

  private reconnect(from: pg.Client): void {
    if (this.closed || this.client !== from) return;
    this.client = null;
    setTimeout(() => {
      if (!this.closed && !this.client) void this.connect();
    }, 1000).unref();
  }
}

/** SQL that notifies a topic when the transaction commits. */
export const NOTIFY = `select pg_notify('jenjang', $1 || ' ' || $2)`;
