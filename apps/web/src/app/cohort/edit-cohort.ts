import type { MatDialog } from '@angular/material/dialog';
import type { CohortDetail } from '@jenjang/shared/cohort';
import { firstValueFrom } from 'rxjs';

/** Opens the form of a cohort's own facts. Answers whether something was saved. */
export async function editCohort(dialog: MatDialog, cohort: CohortDetail): Promise<boolean> {
  const { EditCohortDialog } = await import('./edit-cohort-dialog');
  const opened = dialog.open<unknown, CohortDetail, boolean>(EditCohortDialog, {
    data: cohort,
    width: '640px',
    maxWidth: 'calc(100vw - 32px)',
  });
  return (await firstValueFrom(opened.afterClosed())) ?? false;
}
