import {
  Component,
  DOCUMENT,
  DestroyRef,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink, Scroll } from '@angular/router';
import type { OpenedActivity, ResumePoint } from '@jenjang/shared/learning';
import { TranslocoPipe } from '@jsverse/transloco';
import { filter } from 'rxjs';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Dock } from '../ui/dock';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { FileView } from './file-view';
import { LearningApi } from './learning-api';
import { RenderedPage } from './rendered-page';
import { shareOf, topOf } from './resume.rules';
import { wordsOf } from '../platform/words';

const saveAfterMs = 4_000;

/** One activity to read or watch. It goes on where one left, and says by itself what comes next. */
@Component({
  selector: 'j-activity-page',
  imports: [
    Banner,
    Card,
    Dock,
    FileView,
    Icon,
    MatButton,
    PageHeader,
    RenderedPage,
    RouterLink,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './activity-page.html',
  styles: `
    .narrow {
      width: min(800px, 100%);
    }
    @media (max-width: 800px) {
      .row > * {
        flex: 1 1 auto;
      }
    }
  `,
})
export class ActivityPage {
  /** From the URL. */
  readonly enrolmentId = input.required<string>();
  readonly activityId = input.required<string>();

  private readonly api = inject(LearningApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly words = wordsOf('learning');
  private readonly view = inject(DOCUMENT).defaultView;
  protected readonly resource = this.api.activity(this.enrolmentId, this.activityId);
  protected readonly activity = loaded(this.resource);
  protected readonly busy = signal(false);
  /** Why the place could not be kept; null while it is. */
  protected readonly unsaved = signal<string | null>(null);
  private readonly page = viewChild('page', { read: ElementRef<HTMLElement> });
  /** The activity that the router has shown from its top: going on before that would be undone by it. */
  private readonly arrivedAt = signal('');
  private readonly resumed = new Set<string>();
  private waiting: { readonly activity: OpenedActivity; readonly at: ResumePoint } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly crumbs = computed(() => {
    const one = this.activity.value();
    return [
      { label: this.words('learning.title'), link: '/belajar' },
      ...(one
        ? [{ label: one.cohortName, link: ['/belajar', one.enrolmentId] }, { label: one.moduleTitle }]
        : []),
    ];
  });

  constructor() {
    afterRenderEffect(() => {
      const one = this.activity.value();
      if (one && this.page() && this.arrivedAt() === one.id && !this.resumed.has(one.id)) this.resume(one);
    });
    this.router.events
      .pipe(
        filter((event) => event instanceof Scroll),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.arrivedAt.set(this.activityId()));
    const scrolled = (): void => this.noteScroll();
    const hidden = (): void => this.flush();
    this.view?.addEventListener('scroll', scrolled, { passive: true });
    this.view?.document.addEventListener('visibilitychange', hidden);
    inject(DestroyRef).onDestroy(() => {
      this.view?.removeEventListener('scroll', scrolled);
      this.view?.document.removeEventListener('visibilitychange', hidden);
      this.flush();
    });
  }

  /** Keeps the place a little later, so that scrolling is not a stream of requests. */
  protected note(activity: OpenedActivity, at: ResumePoint): void {
    if (!activity.open) return;
    this.waiting = { activity, at };
    this.timer ??= setTimeout(() => this.flush(), saveAfterMs);
  }

  protected async complete(activity: OpenedActivity): Promise<void> {
    this.busy.set(true);
    this.drop();
    try {
      const { nextId } = await this.api.step(activity.enrolmentId, activity.id, { completed: true });
      await this.leaveFor(activity, nextId);
    } catch (error) {
      this.notices.show(this.problems.of(error), 'bad');
    } finally {
      this.busy.set(false);
    }
  }

  /** On from an activity that is done: to the one after it, or to the list when that is the end. */
  private async leaveFor({ enrolmentId }: OpenedActivity, nextId: string | null): Promise<void> {
    if (nextId === null) {
      this.notices.show(this.words('learning.finished'), 'ok');
      await this.router.navigate(['/belajar', enrolmentId]);
      return;
    }
    await this.router.navigate(['/belajar', enrolmentId, 'materi', nextId]);
  }

  private resume(activity: OpenedActivity): void {
    this.resumed.add(activity.id);
    if (activity.open) void this.keep(activity, {});
    const { scroll = 0 } = activity.resumeAt;
    if (activity.html !== null && scroll > 0 && this.view) {
      this.view.scrollTo({ top: topOf(scroll, this.sizes(this.view)) });
    }
  }

  private noteScroll(): void {
    const one = this.activity.value();
    if (!one || !this.view || typeof one.html !== 'string' || !this.resumed.has(one.id)) return;
    this.note(one, { scroll: shareOf({ top: this.view.scrollY, ...this.sizes(this.view) }) });
  }

  private sizes(view: Window): { readonly height: number; readonly window: number } {
    return { height: view.document.documentElement.scrollHeight, window: view.innerHeight };
  }

  private flush(): void {
    const waiting = this.waiting;
    this.drop();
    if (waiting) void this.keep(waiting.activity, { resumeAt: waiting.at });
  }

  private drop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = null;
  }

  private async keep(
    { enrolmentId, id }: OpenedActivity,
    request: { resumeAt?: ResumePoint },
  ): Promise<void> {
    try {
      await this.api.step(enrolmentId, id, request);
      this.unsaved.set(null);
    } catch (error) {
      this.unsaved.set(this.problems.of(error));
    }
  }
}
