import { Component, DestroyRef, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../ui/icon';
import { UnreadCount } from './unread-count';

/** The way to one's messages, with the number of those unread. */
@Component({
  selector: 'j-bell',
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `<a
    routerLink="/pesan"
    [attr.aria-label]="
      unread.count() > 0
        ? ('platform.shell.unread' | transloco: { count: unread.count() })
        : ('platform.shell.messages' | transloco)
    "
  >
    <j-icon name="bell" />
    @if (unread.count() > 0) {
      <span aria-hidden="true">{{ unread.count() > 99 ? '99+' : unread.count() }}</span>
    }
  </a>`,
  styles: `
    a {
      position: relative;
      display: grid;
      place-items: center;
      width: 44px;
      height: 44px;
      border-radius: 50%;
      color: inherit;
    }

    a:hover {
      background: rgb(255 255 255 / 12%);
    }

    span {
      position: absolute;
      top: 2px;
      right: 0;
      min-width: 20px;
      padding: 0 5px;
      border-radius: 10px;
      background: #b3261e;
      color: #fff;
      font-size: var(--t-xs);
      font-weight: 700;
      line-height: 20px;
      text-align: center;
    }
  `,
})
export class Bell {
  protected readonly unread = inject(UnreadCount);

  constructor() {
    inject(DestroyRef).onDestroy(this.unread.follow());
  }
}
