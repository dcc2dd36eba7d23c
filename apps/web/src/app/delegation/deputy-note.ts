import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Day } from '../ui/format-pipes';

/** For whom and until when a deputy acts in the role in use. Draws nothing for those who act in their own right. */
@Component({
  selector: 'j-deputy-note',
  imports: [Banner, Day, TranslocoPipe],
  template: `@for (grant of borrowed(); track grant.onBehalfOf?.accountId) {
    <j-banner [heading]="'delegation.note' | transloco: { name: grant.onBehalfOf?.name }">{{
      'delegation.noteText' | transloco: { day: (grant.until | day) }
    }}</j-banner>
  }`,
  styles: `
    :host:not(:has(*)) {
      display: none;
    }
  `,
})
export class DeputyNote {
  private readonly store = inject(SignInStore);
  protected readonly borrowed = computed(() => {
    const grants = (this.store.me()?.grants ?? []).filter(({ role }) => role === this.store.role());
    return grants.every(({ onBehalfOf }) => onBehalfOf) ? grants : [];
  });
}
