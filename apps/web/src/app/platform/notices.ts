import { Service, signal } from '@angular/core';

export type NoticeTone = 'info' | 'ok' | 'bad';

/** A short message at the foot of the screen. Never the only place where an error is said. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: NoticeTone;
  readonly action: NoticeAction | null;
}

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

const shownFor = 6_000;
/** Long enough to read and reach the button; errors and undo wait longer. */
const shownForAction = 12_000;

@Service()
export class Notices {
  private readonly list = signal<readonly Notice[]>([]);
  private nextId = 1;

  readonly notices = this.list.asReadonly();

  /** Shows a message, with one action such as undo. The newest three are shown. */
  show(text: string, tone: NoticeTone = 'info', action: NoticeAction | null = null): void {
    const notice = { id: this.nextId++, text, tone, action };
    this.list.update((list) => [...list.slice(-2), notice]);
    const isBrief = action === null && tone !== 'bad';
    setTimeout(() => this.dismiss(notice.id), isBrief ? shownFor : shownForAction);
  }

  dismiss(id: number): void {
    this.list.update((list) => list.filter((notice) => notice.id !== id));
  }
}
