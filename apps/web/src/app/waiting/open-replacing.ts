import type { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { Leaving } from './replace-dialog';

/** Lets somebody leave a cohort, with or without a replacement. True when it was done. */
export async function openReplacing(dialog: MatDialog, leaving: Leaving): Promise<boolean> {
  const { ReplaceDialog } = await import('./replace-dialog');
  const opened = dialog.open<unknown, Leaving, boolean>(ReplaceDialog, {
    data: leaving,
    width: '640px',
    maxWidth: 'calc(100vw - 32px)',
  });
  return (await firstValueFrom(opened.afterClosed())) ?? false;
}
