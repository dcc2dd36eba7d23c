import { Component, computed, inject } from '@angular/core';
import { localDate, localTime } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { ParticipantHome } from '../agenda';
import { deviceZone } from '../platform/device-zone';
import { SignInStore } from '../platform/sign-in-store';
import { Day } from '../ui/format-pipes';
import { greetingAt } from './greeting.rules';
import { RoleHome } from './role-home';

/** The first page: who one is today, and the one next thing to do in the role in use. */
@Component({
  selector: 'j-home-page',
  imports: [Day, ParticipantHome, RoleHome, TranslocoPipe],
  templateUrl: './home-page.html',
  styleUrl: './home-page.css',
})
export class HomePage {
  private readonly store = inject(SignInStore);
  private readonly openedAt = Date.now();
  private readonly zone = deviceZone();
  protected readonly today = localDate(this.openedAt, this.zone);
  protected readonly greeting = greetingAt(Number(localTime(this.openedAt, this.zone).slice(0, 2)));
  protected readonly role = this.store.role;
  /** What one is called: the first word that is neither a title nor an initial. */
  protected readonly firstName = computed(() => {
    const words = this.store.account()?.displayName.split(/[\s,]+/) ?? [];
    return words.find((word) => word.length > 2 && !word.includes('.')) ?? words[0] ?? '';
  });
}
