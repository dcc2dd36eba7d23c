import { LiveAnnouncer } from '@angular/cdk/a11y';
import { DOCUMENT, Injector, Service, afterNextRender, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';
import { PageTitle } from './page-title';

function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}

/**
 * After a change of page the focus moves to its heading and the title is read out. A change of filter or page
 * number in the URL is not a change of page.
 */
@Service()
export class NavigationFocus {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly title = inject(Title);
  private readonly pageTitle = inject(PageTitle);
  private readonly injector = inject(Injector);

  start(): void {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => pathOf(event.urlAfterRedirects)),
        pairwise(),
        filter(([from, to]) => from !== to),
      )
      .subscribe(() => afterNextRender({ read: () => this.moveFocus() }, { injector: this.injector }));
  }

  private moveFocus(): void {
    const target =
      this.document.querySelector<HTMLElement>('main h1') ?? this.document.querySelector<HTMLElement>('main');
    target?.setAttribute('tabindex', '-1');
    target?.focus({ preventScroll: true });
    void this.announce();
  }

  /** The title of a page is worded when its words have come: waits for them, since the last page's would mislead. */
  private async announce(): Promise<void> {
    await this.pageTitle.settled();
    await this.announcer.announce(this.title.getTitle(), 'polite');
  }
}
