import { Injectable, computed, inject } from '@angular/core';
import { loaded } from '../platform/loaded';
import { SignInStore } from '../platform/sign-in-store';
import { PlaceApi, unitGroups, unitName } from '../account';
import { UrlTableState } from '../ui/table-state';
import { MeritApi } from './merit-api';
import { filterKeys } from './merit.rules';

/** The state of the list and what its filters may be set to, shared by the page and its filter dialog. */
@Injectable()
export class MeritChoices {
  private readonly api = inject(MeritApi);
  private readonly places = inject(PlaceApi);
  private readonly signIn = inject(SignInStore);

  readonly table = new UrlTableState(filterKeys, { sort: '-issued' });

  /** The one agency the reader works for, or null for those who look at several. */
  readonly ownAgencyId = computed(() => {
    const grants = (this.signIn.me()?.grants ?? []).filter(({ role }) => role === this.signIn.role());
    const agencies = new Set(grants.map(({ scope }) => scope.agencyId));
    return agencies.size === 1 ? ([...agencies][0] ?? null) : null;
  });
  private readonly chosenAgencyId = computed(() => {
    const id = this.table.state().filters['agencyId'];
    return id === '' ? null : id;
  });
  /** Whose units there are to choose from. */
  readonly agencyId = computed(() => this.chosenAgencyId() ?? this.ownAgencyId());
  private readonly agencyPage = loaded(this.places.agencies(() => this.ownAgencyId() === null));
  private readonly unitTree = loaded(this.places.units(this.agencyId));
  private readonly programmePage = loaded(this.api.programmes());

  readonly agencies = computed(() => this.agencyPage.value()?.rows ?? []);
  readonly units = computed(() => unitGroups(this.unitTree.value() ?? []));
  readonly programmes = computed(() => this.programmePage.value()?.rows ?? []);

  nameOfAgency(id: string): string | undefined {
    return this.agencies().find((agency) => agency.id === id)?.name;
  }

  nameOfUnit(id: string): string | undefined {
    return unitName(this.units(), id) ?? undefined;
  }

  nameOfProgramme(id: string): string | undefined {
    return this.programmes().find((programme) => programme.id === id)?.name;
  }
}
