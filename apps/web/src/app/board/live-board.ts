import { computed, signal } from '@angular/core';
import {
  type BoardNews,
  type BoardView,
  boardCounts,
  boardUnits,
  isInRoom,
  withNews,
} from '@jenjang/shared/board';

/** What a live board needs of the world. */
export interface BoardWorld {
  readonly load: () => Promise<BoardView>;
  /** Opens the line of news; null where the browser has none. */
  readonly listen: (() => NewsLine) | null;
  readonly now: () => number;
}

/** The part of EventSource that is used. */
export interface NewsLine {
  onmessage: ((event: MessageEvent<string>) => void) | null;
  onerror: ((event: Event) => void) | null;
  close(): void;
}

/** The server says something every ten seconds; after this the line is taken for dead. */
const silenceMs = 25_000;
const pollMs = 3_000;

/** A board that follows its session: news by a line that stays open, asked for again and again while there is none. */
export class LiveBoard {
  readonly view = signal<BoardView | null>(null);
  readonly problem = signal<unknown>(null);
  /** When the server was last heard, by the clock of this device. */
  readonly heardAt = signal<number | null>(null);
  /** Since when nothing can be heard; null while all is well. */
  readonly lostAt = signal<number | null>(null);
  readonly people = computed(() => this.view()?.people ?? []);
  readonly counts = computed(() => boardCounts(this.people()));
  readonly units = computed(() => boardUnits(this.people()));
  readonly missing = computed(() => this.people().filter(({ mark }) => mark === null));
  readonly inRoom = computed(() => this.people().filter(({ mark }) => isInRoom(mark)).length);
  private line: NewsLine | null = null;
  private lineHeardAt = 0;
  private timer: ReturnType<typeof setInterval> | null = null;
  private loading = false;
  private stopped = false;

  constructor(private readonly world: BoardWorld) {}

  async start(): Promise<void> {
    this.stopped = false;
    this.timer = setInterval(() => void this.tend(), pollMs);
    await this.load();
    this.connect();
  }

  stop(): void {
    this.stopped = true;
    if (this.timer !== null) clearInterval(this.timer);
    this.line?.close();
    this.line = null;
  }

  /** Keeps what is shown true: without a living line the board is read anew, and the line opened again. */
  async tend(): Promise<void> {
    if (this.line !== null && this.world.now() - this.lineHeardAt < silenceMs) return;
    await this.load();
    if (this.lostAt() === null) this.connect();
  }

  private connect(): void {
    if (this.stopped) return;
    this.line?.close();
    this.line = this.world.listen?.() ?? null;
    this.lineHeardAt = this.world.now();
    if (this.line === null) return;
    this.line.onmessage = ({ data }) => this.hear(JSON.parse(data) as BoardNews);
    this.line.onerror = () => {
      this.line?.close();
      this.line = null;
      void this.load();
    };
  }

  private hear({ marks, now }: BoardNews): void {
    const view = this.view();
    this.lineHeardAt = this.world.now();
    this.alive();
    if (view === null) return;
    const known = new Set(view.people.map(({ enrolmentId }) => enrolmentId));
    // Somebody came into the cohort after the board was read.
    if (marks.some(({ enrolmentId }) => !known.has(enrolmentId))) void this.load();
    this.view.set({ ...view, people: withNews(view.people, marks), now });
  }

  private async load(): Promise<void> {
    if (this.loading) return;
    this.loading = true;
    try {
      this.view.set(await this.world.load());
      this.problem.set(null);
      this.alive();
    } catch (error) {
      this.problem.set(error);
      this.lostAt.update((since) => since ?? this.world.now());
    } finally {
      this.loading = false;
    }
  }

  private alive(): void {
    this.heardAt.set(this.world.now());
    this.lostAt.set(null);
  }
}
