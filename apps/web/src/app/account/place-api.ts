import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import type { AgencyRow, UnitNode } from '@jenjang/shared/agency';
import type { CohortRow } from '@jenjang/shared/cohort';
import type { Page } from '@jenjang/shared/platform';

/** More than anybody scrolls through; whoever has more narrows by agency. */
const many = '200';

/** Places to choose from: agencies, units of one, cohorts. Resources are to be made where `inject` may be called. */
@Service()
export class PlaceApi {
  agencies(isWanted: () => boolean = () => true): HttpResourceRef<Page<AgencyRow> | undefined> {
    return httpResource<Page<AgencyRow>>(() =>
      isWanted() ? { url: '/api/v1/agencies', params: { sort: 'name', size: many } } : undefined,
    );
  }

  /** The tree of an agency as it stands today; nothing while no agency is chosen. */
  units(agencyId: () => string | null): HttpResourceRef<readonly UnitNode[] | undefined> {
    return httpResource<readonly UnitNode[]>(() =>
      agencyId() ? `/api/v1/agencies/${agencyId()}/units` : undefined,
    );
  }

  cohorts(isWanted: () => boolean): HttpResourceRef<Page<CohortRow> | undefined> {
    return httpResource<Page<CohortRow>>(() =>
      isWanted() ? { url: '/api/v1/cohorts', params: { sort: '-startsOn', size: many } } : undefined,
    );
  }
}
